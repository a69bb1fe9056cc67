import * as z from 'zod';
import type { CaseStore, Head } from '../casefile/caseStore';
import type { Outcome, Request } from '../casefile/handleCommand';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Directory } from '../directory/directory';
import type { CaseFile } from '../protocol/caseFile';
import type { Command } from '../protocol/decide';
import { theBot, type Actor, type PersonId } from '../protocol/roles';
import { openConsultations } from '../protocol/step2Consult';
import type { Instant } from '../protocol/time';
import { say } from '../text/nl';
import { peopleBehind, personKey } from './people';

export type DepartureParts = {
  directory: Directory;
  store: CaseStore;
  keyValues: KeyValueStore;
  handle: (request: Request) => Promise<Outcome>;
  now: () => Instant;
};

const KEPT = 'directory:posts';
/** Where everybody had a place when it was last looked at. */
const kept = z.record(z.string(), z.array(z.string()));
type Places = z.infer<typeof kept>;
const BOARD = 'board';
const AT_ONCE = 50;

const placesIn = (directory: Directory): Places =>
  Object.fromEntries(
    directory
      .people()
      .map(({ id, posts, boardRoles }) => [
        id,
        [...posts.map(({ schoolId }) => schoolId), ...(boardRoles.length > 0 ? [BOARD] : [])],
      ]),
  );

/** The bot passes on what the directory says: it may do what a school leader may, and its facts name it. */
const bot = (): Actor => ({ id: theBot, roles: ['schoolleider'] });

/**
 * Whoever leaves has no access from that moment, for roles are looked up at each turn. What they had open goes to those who
 * lead the school, casemanagement to the owner of the case, and who asked them something hears to ask somebody else.
 */
export const departuresOf = ({ directory, store, keyValues, handle, now }: DepartureParts) => {
  /** What is to be done in this case, of which they are nothing any more. */
  const handovers = (file: CaseFile, gone: PersonId): Command[] => {
    const [leader] = peopleBehind(directory, file, { role: 'leiding' }, gone);
    const reason = say.leftSchool;
    const ownerStays = file.owner !== gone;
    const casemanager = ownerStays ? file.owner : leader;
    return [
      ...(!ownerStays && leader ? [{ type: 'reassignOwner', to: leader, reason } as const] : []),
      ...(file.plan?.casemanager === gone && casemanager
        ? [{ type: 'reassignCasemanager', to: casemanager, reason } as const]
        : []),
      ...(file.status === 'open' ? openConsultations(file) : []).flatMap(([consultation, { to }]) =>
        to === gone ? [{ type: 'withdrawConsultation', consultation, reason } as const] : [],
      ),
    ];
  };
  const handOver = async ({ caseId, file, version }: Head, gone: PersonId): Promise<void> => {
    if (file.kind !== 'stappenplan' || directory.rolesAt(gone, file.schoolId).length > 0) return;
    for (const [at, command] of handovers(file, gone).entries())
      // Two instances that see it at once record it once.
      await handle({ caseId, key: `left:${gone}:${version}:${at}`, command, actor: bot, at: now() });
  };
  const everyCaseOf = async (gone: PersonId, awaiting: boolean): Promise<void> => {
    let after: string | undefined;
    do {
      const page = await store.find([personKey(gone)], { awaiting, limit: AT_ONCE, ...(after && { after }) });
      for (const head of page.heads) await handOver(head, gone);
      after = page.next;
    } while (after !== undefined);
  };

  return {
    /** Compares with the last time; throws when not everything could be handed over, and then does it again next time. */
    check: async (): Promise<void> => {
      const before = kept.safeParse((await keyValues.read([KEPT]))[KEPT]);
      const places = placesIn(directory);
      const known = before.success ? before.data : {};
      const left = Object.keys(known).filter((id) => known[id]?.some((place) => !places[id]?.includes(place)));
      for (const id of left) for (const awaiting of [false, true]) await everyCaseOf(id, awaiting);
      if (JSON.stringify(known) !== JSON.stringify(places)) await keyValues.write({ [KEPT]: places });
    },
  };
};
