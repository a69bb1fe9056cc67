import type { CaseStore } from '../casefile/caseStore';
import { listedCase, requestsIn } from '../cards/lists';
import type { Card, RenderCard } from '../cards/render';
import type { Directory } from '../directory/directory';
import { say } from '../text/nl';
import type { PersonalDesk } from './desk';
import { keysOf } from './people';

type Tools = { directory: Directory; store: CaseStore; render: RenderCard };

const PER_PAGE = 8;
const SHORTEST_CURSOR = 1;

const nameIn = (directory: Directory) => (id: string) => directory.person(id)?.name ?? 'een oud-medewerker';

const footerOf = ({ directory }: Tools): string => {
  const { emergency, veiligThuis } = directory.board.contacts;
  return say.footer(emergency, veiligThuis.phone);
};

/** A cursor of the store is opaque; on a card it is a reference like any other, so its bytes are written in hex. */
const toReference = (cursor: string | undefined): string => (cursor ? Buffer.from(cursor).toString('hex') : '');
const fromReference = (about: string | undefined): string | undefined =>
  about && about.length >= SHORTEST_CURSOR && /^[0-9a-f]+$/.test(about)
    ? Buffer.from(about, 'hex').toString()
    : undefined;

const find = async ({ directory, store }: Tools, desk: PersonalDesk, awaiting: boolean, about: string | undefined) => {
  const keys = keysOf(directory, desk.person);
  const after = fromReference(about);
  try {
    return await store.find(keys, { awaiting, limit: PER_PAGE, ...(after && { after }) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // a cursor that a client made up: begin at the beginning
    return store.find(keys, { awaiting, limit: PER_PAGE });
  }
};

/** "Mijn zaken": cases whose file this person may see, latest first. */
export const myCasesCard = async (tools: Tools, desk: PersonalDesk, about?: string): Promise<Card> => {
  const { heads, next } = await find(tools, desk, false, about);
  const cases = heads.flatMap(({ caseId, file }) => {
    const row = listedCase(caseId, file, desk.actor(file));
    return row ? [{ ...row, value: `shared/hub||${caseId}` }] : [];
  });
  return tools.render('shared/my-cases', {
    cases,
    next: toReference(next),
    footer: footerOf(tools),
    in: { go: cases[0]?.value ?? '' },
  });
};

/** "Mijn verzoeken": what waits on this person, oldest first. */
export const myRequestsCard = async (tools: Tools, desk: PersonalDesk, about?: string): Promise<Card> => {
  const { heads, next } = await find(tools, desk, true, about);
  const requests = heads.flatMap(({ caseId, file }) =>
    requestsIn(caseId, file, desk.actor(file), nameIn(tools.directory)).map((row) => ({
      ...row,
      value: `${row.form}|${row.about}|${caseId}`,
    })),
  );
  return tools.render('shared/my-requests', {
    requests,
    next: toReference(next),
    footer: footerOf(tools),
    in: { go: requests[0]?.value ?? '' },
  });
};
