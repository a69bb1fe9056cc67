import type { OperationInput } from '@azure/cosmos';
import { randomBytes } from 'node:crypto';
import { DueIdTaken, type Appended } from '../caseStore';
import { eventItemOf, type Events } from './cosmosEvents';
import { headAfter, type KeptHead } from './cosmosHead';
import { afterRace, MOST_RACES, type Heads } from './cosmosHeads';
import { refusedIn, type Items } from './cosmosItems';
import { RefusedOperation } from './cosmosRequests';
import type { AppendRecord, CaseRecords } from '../records';

const TAKEN = 409;
const CHANGED: readonly number[] = [404, 409, 412];

/** `again`: the head is another by now; a worker may have changed what is due, which is no conflict. */
type Attempt = Appended | 'again';

/**
 * Appends to a case in one batch of its partition: the new events, each under its own id, and then the head on its eTag.
 * A batch stops at the first operation that is refused, so an event that is there already is noticed before a head that
 * has changed: `already` goes before `conflict`.
 */
export const cosmosAppend = (items: Items, heads: Heads, events: Events): CaseRecords['append'] => {
  const batch = async (
    caseId: string,
    kept: KeptHead | undefined,
    append: AppendRecord,
    writeId: string,
  ): Promise<Attempt> => {
    const before = kept?.item.version ?? 0;
    const version = before + append.events.length;
    const head = headAfter(caseId, kept?.item, { ...append, version }, append.cancelDue);
    const operations = append.events.map((event, i): OperationInput => {
      const item = eventItemOf(caseId, { ...event, seq: before + 1 + i }, writeId);
      return { operationType: 'Create', resourceBody: { ...item } };
    });
    const resourceBody = { ...head };
    operations.push(
      kept
        ? { operationType: 'Replace', id: 'head', ifMatch: kept.etag, resourceBody }
        : { operationType: 'Create', resourceBody },
    );
    const results = await items.batch(operations, caseId);
    const refused = refusedIn(results);
    if (!refused) {
      const etag = results.at(-1)?.eTag;
      if (etag === undefined) heads.forget(caseId);
      else heads.saw({ item: head, etag });
      return { version };
    }
    const { at, status } = refused;
    if (at < append.events.length && status === TAKEN) return { already: true };
    if (at === append.events.length && CHANGED.includes(status)) return 'again';
    throw new RefusedOperation(status);
  };

  const anyIsThere = async (caseId: string, append: AppendRecord): Promise<boolean> => {
    const there = await Promise.all(append.events.map(({ id }) => events.read(caseId, id)));
    return there.some((event) => event !== undefined);
  };

  return async (caseId, expectedVersion, append): Promise<Appended> => {
    const writeId = randomBytes(12).toString('base64url');
    /** A try whose answer was lost may have been carried out. */
    let unsure = false;
    const isOurs = async (): Promise<boolean> => {
      const [first] = append.events;
      return first !== undefined && (await events.read(caseId, first.id))?.writeId === writeId;
    };
    /** Nothing can be written on this version: the same press wrote before, perhaps in our own lost try, or others did. */
    const tooLate = async (): Promise<Appended> => {
      if (unsure && (await isOurs())) return { version: expectedVersion + append.events.length };
      return (await anyIsThere(caseId, append)) ? { already: true } : { conflict: true };
    };

    let kept = expectedVersion > 0 ? heads.lastSeen(caseId) : undefined;
    for (let races = 0; races < MOST_RACES; races += 1) {
      if (expectedVersion > 0 && (races > 0 || kept?.item.version !== expectedVersion)) kept = await heads.read(caseId);
      if ((kept?.item.version ?? 0) !== expectedVersion) return tooLate();
      const on = kept;
      const outcome = await items.ask(async (lost): Promise<Attempt> => {
        unsure ||= lost;
        try {
          return await batch(caseId, on, append, writeId);
        } catch (error) {
          if (!(error instanceof DueIdTaken)) throw error;
          if (races === 0) return 'again'; // it may be gone from the head as it is now
          if (await anyIsThere(caseId, append)) return { already: true };
          throw error;
        }
      });
      if (outcome !== 'again') return 'already' in outcome && unsure ? tooLate() : outcome;
      if (expectedVersion === 0) return tooLate();
      await items.pause(afterRace(races));
    }
    return tooLate();
  };
};
