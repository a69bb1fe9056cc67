import { activityOf, checkSize, sortable } from '../appendRules';
import { StoredItemDamaged, type Append, type Head, type NewDue, type OpenDue, type StoredEvent } from '../caseStore';
import { readDue, readEvent, readHead, write } from '../contents';
import type { AppendRecord, DueRecord, EventRecord, HeadRecord, NewDueRecord, Sealed } from '../records';
import { markOf, NotAuthentic, type DataKey, type Place } from './seal';

/** How far a case has come: its version, and the mark of its newest event ('' when there is none). */
export interface Tail {
  version: number;
  mark: string;
}
export const NO_EVENT: Tail = { version: 0, mark: '' };

/** Seals and opens what belongs to one case. Opening throws `StoredItemDamaged`. */
export interface CaseSeal {
  /** `listed`: the mark of its place in the lists, as `listingMark` gives it. */
  openHead(record: HeadRecord): { head: Head; tail: Tail; listed: string };
  /**
   * Events in order; each must follow the one before, the first of them `before` when that is given. The case came at least
   * as far as `promised`: the event of that number must be the one it was.
   */
  openEvents(
    records: readonly EventRecord[],
    ends: { before?: Tail; promised?: Tail },
  ): { events: StoredEvent[]; tail: Tail };
  openDue(record: DueRecord): OpenDue;
  /** An append as the records take it, onto a case that has come to `tail`; `text` is the head. Throws RangeError when it is too big. */
  sealAppend(
    tail: Tail,
    append: Append,
    listing: Append['listing'],
  ): { record: AppendRecord; tail: Tail; text: string };
  sealDue(item: NewDue): NewDueRecord;
  /** Under which name a due item is kept: its id can name a person. */
  dueId(id: string): string;
}

/** The mark of the lists a case is in, and of its place there. */
export const listingMark = (
  caseId: string,
  version: number,
  { listing: { keys, awaits, status }, activityAt }: Pick<AppendRecord, 'listing' | 'activityAt'>,
): string => {
  const lists = [[...new Set(keys)].sort(), [...new Set(awaits)].sort(), status, activityAt];
  return markOf(['listing', caseId, version], JSON.stringify(lists));
};

export const caseSeal = (caseId: string, key: DataKey): CaseSeal => {
  const opened = <T>(place: Place, sealed: Sealed, item: string, read: (text: string) => T | undefined) => {
    try {
      const text = key.open(place, sealed);
      const content = read(text);
      if (content !== undefined) return { content, text };
    } catch (error) {
      if (!(error instanceof NotAuthentic)) throw error;
    }
    throw new StoredItemDamaged(caseId, item);
  };
  const dueId = (id: string): string => key.token(`due ${id}`);
  const headAt = (version: number): Place => ['head', caseId, version];
  const eventAt = (seq: number, id: string): Place => ['event', caseId, seq, id];
  const dueAt = (id: string, kind: string, moment: string): Place => ['due', caseId, id, kind, moment];
  const dueRecord = ({ id, kind, dueAt: moment }: NewDue, text: string): NewDueRecord => {
    const token = dueId(id);
    const at = sortable(moment);
    return { id: token, kind, dueAt: at, sealed: key.seal(dueAt(token, kind, at), text) };
  };
  const dueText = ({ id, payload }: Pick<NewDue, 'id' | 'payload'>): string => write({ id, payload });

  return {
    dueId,
    openHead: ({ version, sealed }) => {
      const { last, listed, file } = opened(headAt(version), sealed, 'head', readHead).content;
      return { head: { caseId, version, file }, tail: { version, mark: last }, listed };
    },
    openEvents: (records, { before, promised }) => {
      let tail = before;
      const events = records.map(({ seq, id, sealed }): StoredEvent => {
        const { content, text } = opened(eventAt(seq, id), sealed, `event ${seq}`, readEvent);
        const { after, protocolVersion, event } = content;
        if (tail && (tail.version + 1 !== seq || tail.mark !== after))
          throw new StoredItemDamaged(caseId, `event ${tail.version + 1}`);
        tail = { version: seq, mark: markOf(eventAt(seq, id), text) };
        if (seq === promised?.version && tail.mark !== promised.mark)
          throw new StoredItemDamaged(caseId, `event ${seq}`);
        return { caseId, seq, id, protocolVersion, event };
      });
      return { events, tail: tail ?? NO_EVENT };
    },
    openDue: ({ id: token, kind, dueAt: moment, sealed, attempts }) => {
      const { id, payload } = opened(dueAt(token, kind, moment), sealed, `due ${token}`, readDue).content;
      return { id, kind, dueAt: moment, payload, attempts };
    },
    sealAppend: (before, append, listing) => {
      const { protocolVersion } = append;
      let tail = before;
      const events = append.events.map(({ id, event }) => {
        const place = eventAt(tail.version + 1, id);
        const text = write({ after: tail.mark, protocolVersion, event });
        tail = { version: tail.version + 1, mark: markOf(place, text) };
        return { id, place, text };
      });
      const activityAt = activityOf(append);
      const listed = listingMark(caseId, tail.version, { listing, activityAt });
      const head = write({ last: tail.mark, listed, file: append.file });
      const due = append.due.map((item) => ({ item, text: dueText(item) }));
      checkSize([head, ...events.map(({ text }) => text), ...due.map(({ text }) => text)]);
      const record: AppendRecord = {
        events: events.map(({ id, place, text }) => ({ id, sealed: key.seal(place, text) })),
        head: key.seal(headAt(tail.version), head),
        due: due.map(({ item, text }) => dueRecord(item, text)),
        cancelDue: append.cancelDue.map(dueId),
        listing,
        activityAt,
      };
      return { record, tail, text: head };
    },
    sealDue: (item) => dueRecord(item, dueText(item)),
  };
};
