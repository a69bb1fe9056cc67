import * as z from 'zod';
import type { CaseStore, FindOptions, Head } from '../casefile/caseStore';
import type { Outcome, Request } from '../casefile/handleCommand';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Directory } from '../directory/directory';
import type { CaseFile } from '../protocol/caseFile';
import type { Command } from '../protocol/decide';
import type { Keeper, Lock } from '../protocol/lock';
import { theBot, type Actor, type PersonId, type SchoolId } from '../protocol/roles';
import { openConsultations } from '../protocol/step2Consult';
import { localDateOf, type Instant } from '../protocol/time';
import { say } from '../text/nl';
import { peopleBehind, personKey, roleKey } from './people';

export type DepartureParts = {
  directory: Directory;
  store: CaseStore;
  keyValues: KeyValueStore;
  handle: (request: Request) => Promise<Outcome>;
  now: () => Instant;
};

const KEPT = 'directory:posts';
type Handover = { key: string; command: Command };
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
 * lead the school, casemanagement to the owner of the case, and who asked them something, counts on them at a talk or gave
 * them a task hears to ask somebody else.
 */
export const departuresOf = ({ directory, store, keyValues, handle, now }: DepartureParts) => {
  /** Of two the other stays, and a second must be named; after both, the leadership has it, or the board when it is about them. */
  const lockAfter = (file: CaseFile, lock: Lock): Command[] => {
    const here = lock.keepers.filter(({ person }) => directory.rolesAt(person, file.schoolId).length > 0);
    if (here.length === lock.keepers.length) return [];
    const heirs = (role: 'leiding' | 'bestuur'): readonly Keeper[] =>
      peopleBehind(directory, file, { role, beyondLock: true }, '').map((person) => ({ person, as: role }));
    const [heir] = lock.aboutLeader ? heirs('bestuur') : [...heirs('leiding'), ...heirs('bestuur')];
    const keepers = here.length > 0 ? here : heir ? [heir] : [];
    const { aboutLeader } = lock;
    return keepers.length > 0 ? [{ type: 'lockFile', keepers, aboutLeader, reason: say.leftSchool }] : [];
  };
  /** What is to be done in this case, of which they are nothing any more. */
  const handovers = (file: CaseFile, gone: PersonId): Command[] => {
    if (file.lock) return lockAfter(file, file.lock);
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
  /** A talk that was planned with them, and a plan in which they have a task: who must ask somebody else hears it. */
  const helping = async ({ caseId, file, version }: Head, gone: PersonId): Promise<Handover[]> => {
    const { conversations, plan, status, kind } = file;
    if (kind !== 'stappenplan' || status !== 'open' || (!conversations.planned && !plan)) return [];
    const events = (await store.history(caseId)).map(({ event }) => event);
    const talk = events.findLast((event) => event.type === 'ConversationPlanned');
    const made = events.findLast((event) => event.type === 'PlanMade');
    const on = localDateOf(now());
    return [
      ...(talk?.second === gone && talk.talkAt === conversations.planned && talk.talkAt > now()
        ? [
            {
              key: `${version}:talk`,
              command: { type: 'planConversation', with: talk.with, talkAt: talk.talkAt },
            } as const,
          ]
        : []),
      ...(made && made.id === plan?.id && made.colleagues.includes(gone)
        ? // One key for each plan: said once, also when the look has to be taken again.
          [{ key: made.id, command: { type: 'recordProgress', kind: 'voortgang', on, text: say.taskOfLeft } } as const]
        : []),
    ];
  };
  const handOver = async (head: Head, gone: PersonId): Promise<void> => {
    const { caseId, file, version } = head;
    if (file.kind !== 'stappenplan' || directory.rolesAt(gone, file.schoolId).length > 0) return;
    const own = handovers(file, gone).map((command, at) => ({ key: `${version}:${at}`, command }));
    for (const { key, command } of [...own, ...(await helping(head, gone))])
      // Two instances that see it at once record it once.
      await handle({ caseId, key: `left:${gone}:${key}`, command, actor: bot, at: now() });
  };
  const everyCaseUnder = async (key: string, gone: PersonId, options: Pick<FindOptions, 'awaiting' | 'status'>) => {
    let after: string | undefined;
    do {
      const page = await store.find([key], { ...options, limit: AT_ONCE, ...(after && { after }) });
      for (const head of page.heads) await handOver(head, gone);
      after = page.next;
    } while (after !== undefined);
  };
  /** What is theirs or waits for them; then what they would only help with, in which no list knows them. */
  const everyCaseOf = async (gone: PersonId, schools: readonly SchoolId[]): Promise<void> => {
    for (const awaiting of [false, true]) await everyCaseUnder(personKey(gone), gone, { awaiting });
    for (const school of schools) await everyCaseUnder(roleKey(school, 'leiding'), gone, { status: 'open' });
  };

  return {
    /** Compares with the last time; throws when not everything could be handed over, and then does it again next time. */
    check: async (): Promise<void> => {
      const before = kept.safeParse((await keyValues.read([KEPT]))[KEPT]);
      const places = placesIn(directory);
      const known = before.success ? before.data : {};
      for (const [id, had] of Object.entries(known)) {
        const lost = had.filter((place) => !places[id]?.includes(place));
        if (lost.length > 0) await everyCaseOf(id, lost);
      }
      if (JSON.stringify(known) !== JSON.stringify(places)) await keyValues.write({ [KEPT]: places });
    },
  };
};
