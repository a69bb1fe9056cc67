import { receiptCard } from '../cards/receipt';
import type { Card } from '../cards/render';
import type { CaseStore, Head } from '../casefile/caseStore';
import type { Directory } from '../directory/directory';
import type { CaseEvent, CaseFile } from '../protocol/caseFile';
import { noticesFor } from '../protocol/notices';
import { maySeeFile } from '../protocol/roles';
import type { PersonalDesk } from './desk';
import { peopleBehind, schoolView } from './people';

type Tools = { directory: Directory; store: Pick<CaseStore, 'history'> };

/** What was recorded, and who hears of it. */
export const receiptOf = (
  { directory }: Tools,
  desk: PersonalDesk,
  caseId: string,
  events: readonly CaseEvent[],
  file: CaseFile,
): Card => {
  const school = schoolView(directory, file.schoolId, desk.t);
  const told = events.flatMap((event) =>
    noticesFor(event, file).flatMap(({ to }) => peopleBehind(directory, file, to, desk.person.id)),
  );
  const names = [...new Set(told)].filter((id) => id !== desk.person.id).map((id) => school.nameOf(id));
  const seesFile = maySeeFile(desk.actor(file), file);
  return receiptCard(desk.render, { caseId, events, school, seesFile, told: names.join(', ') });
};

/** A repeated press gets the receipt of the first: the facts with the card's own key. */
export const sameReceipt = async (tools: Tools, desk: PersonalDesk, head: Head, key: string): Promise<Card> => {
  const history = await tools.store.history(head.caseId);
  const events = history.filter(({ id }) => id.startsWith(`${key}:`)).map(({ event }) => event);
  if (events.some(({ by }) => by !== desk.person.id)) return desk.message(desk.t.say.alreadyRecorded);
  return receiptOf(tools, desk, head.caseId, events, head.file);
};
