import type { Stores } from '../../src/casefile/stores';
import type { Directory } from '../../src/directory/directory';
import type { CaseEvent, CaseFile } from '../../src/protocol/caseFile';
import type { Person } from './person';

/** A case file as the store holds it, next to a bot that runs. */
export type KeptCase = { caseId: string; file: CaseFile; events: readonly CaseEvent[] };

export type Inside = {
  cases: () => Promise<readonly KeptCase[]>;
  loseTalk: (person: Person) => Promise<boolean>;
  /** Is anything of this case in the store? */
  holds: (caseId: string) => Promise<boolean>;
};

const MOST = 50;
/** Where botbuilder's dialog state of a chat lies in the bot's key-value store. */
const talkOf = ({ conversation }: Person): string => `state:msteams/conversations/${conversation.id}/`;

/** Every case has a leader, a board, or two people by name who may find it. */
const keysOf = (directory: Directory): string[] => [
  ...directory.schools().flatMap(({ id }) => ['leiding', 'bestuur'].map((role) => `role:${id}:${role}`)),
  ...directory.people().map(({ id }) => `person:${id}`),
];

/** Looks into the bot's own stores from the side; each look opens and closes them, so a bot may stop and start between. */
export const lookInside = (open: () => Promise<Stores>, directory: Directory): Inside => {
  const opened = async <T>(look: (stores: Stores) => Promise<T>): Promise<T> => {
    const stores = await open();
    try {
      return await look(stores);
    } finally {
      await stores.close();
    }
  };
  return {
    cases: () =>
      opened(async ({ cases }) => {
        const { heads } = await cases.find(keysOf(directory), { limit: MOST });
        const kept = heads.map(async ({ caseId, file }) => {
          const history = await cases.history(caseId);
          return { caseId, file, events: history.map(({ event }) => event) };
        });
        return (await Promise.all(kept)).sort((a, b) => (a.file.openedAt < b.file.openedAt ? -1 : 1));
      }),
    holds: (caseId) =>
      opened(async ({ cases }) => {
        const [head, history, due] = [cases.load(caseId), cases.history(caseId), cases.openDue(caseId)];
        return (await head) !== undefined || (await history).length > 0 || (await due).length > 0;
      }),
    loseTalk: (person) =>
      opened(async ({ keyValues }) => {
        const key = talkOf(person);
        const known = await keyValues.read([key]);
        await keyValues.delete([key]);
        return key in known;
      }),
  };
};
