import { activityOf, checkSize, sortable } from './appendRules';
import { StoredItemDamaged, type Append, type Head, type NewDue, type OpenDue, type StoredEvent } from './caseStore';
import { readDue, readEvent, readHead, write } from './contents';
import type { AppendRecord, DueRecord, EventRecord, HeadRecord, NewDueRecord, Sealed } from './records';
import { markOf, NotAuthentic, type DataKey, type Place } from './seal';

/** How far a case has come: its version, and the mark of its newest event ('' when there is none). */
export interface Tail {
  version: number;
  mark: string;
}
export const NO_EVENT: Tail = { version: 0, mark: '' };

/** Seals and opens what belongs to one case. Opening throws `StoredItemDamaged`. */
export interface CaseSeal {
  openHead(record: HeadRecord): { head: Head; tail: Tail };
  /** Events in order; each must follow the one before, the first of them `before` when that is given. */
  openEvents(records: readonly EventRecord[], before?: Tail): { events: StoredEvent[]; tail: Tail };
  openDue(record: DueRecord): OpenDue;
  /** An append as the records take it, onto a case that has come to `tail`. Throws RangeError when it is too big. */
  sealAppend(tail: Tail, append: Append, listing: Append['listing']): { record: AppendRecord; tail: Tail };
  sealDue(item: Pick<NewDue, 'id' | 'kind' | 'payload'>): Sealed;
  /** Under which name a due item is kept: its id can name a person. */
  dueId(id: string): string;
}

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
  const dueAt = (id: string, kind: string): Place => ['due', caseId, id, kind];
  const dueRecord = ({ id, kind, dueAt: moment }: NewDue, text: string): NewDueRecord => {
    const token = dueId(id);
    return { id: token, kind, dueAt: sortable(moment), sealed: key.seal(dueAt(token, kind), text) };
  };
  const dueText = ({ id, payload }: Pick<NewDue, 'id' | 'payload'>): string => write({ id, payload });

  return {
    dueId,
    openHead: ({ version, sealed }) => {
      const { last, file } = opened(headAt(version), sealed, 'head', readHead).content;
      return { head: { caseId, version, file }, tail: { version, mark: last } };
    },
    openEvents: (records, before) => {
      let tail = before;
      const events = records.map(({ seq, id, sealed }): StoredEvent => {
        const { content, text } = opened(eventAt(seq, id), sealed, `event ${seq}`, readEvent);
        const { after, protocolVersion, event } = content;
        if (tail && (tail.version + 1 !== seq || tail.mark !== after))
          throw new StoredItemDamaged(caseId, `event ${tail.version + 1}`);
        tail = { version: seq, mark: markOf(eventAt(seq, id), text) };
        return { caseId, seq, id, protocolVersion, event };
      });
      return { events, tail: tail ?? NO_EVENT };
    },
    openDue: ({ id: token, kind, dueAt: moment, sealed, attempts }) => {
      const { id, payload } = opened(dueAt(token, kind), sealed, `due ${token}`, readDue).content;
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
      const head = write({ last: tail.mark, file: append.file });
      const due = append.due.map((item) => ({ item, text: dueText(item) }));
      checkSize([head, ...events.map(({ text }) => text), ...due.map(({ text }) => text)]);
      const record: AppendRecord = {
        events: events.map(({ id, place, text }) => ({ id, sealed: key.seal(place, text) })),
        head: key.seal(headAt(tail.version), head),
        due: due.map(({ item, text }) => dueRecord(item, text)),
        cancelDue: append.cancelDue.map(dueId),
        listing,
        activityAt: activityOf(append),
      };
      return { record, tail };
    },
    sealDue: (item) => key.seal(dueAt(dueId(item.id), item.kind), dueText(item)),
  };
};
