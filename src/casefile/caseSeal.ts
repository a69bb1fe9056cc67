import { activityOf, checkSize, sortable } from './appendRules';
import { StoredItemDamaged, type Append, type Head, type NewDue, type OpenDue, type StoredEvent } from './caseStore';
import { readDue, readEvent, readHead, write } from './contents';
import type { AppendRecord, DueRecord, EventRecord, HeadRecord, NewDueRecord, Sealed } from './records';
import { NotAuthentic, type DataKey, type Place } from './seal';

/** Seals and opens what belongs to one case. Opening throws `StoredItemDamaged`. */
export interface CaseSeal {
  openHead(record: HeadRecord): Head;
  openEvent(record: EventRecord): StoredEvent;
  openDue(record: DueRecord): OpenDue;
  /** An append as the records take it; `version` is that of the case before. Throws RangeError when it is too big. */
  sealAppend(version: number, append: Append, listing: Append['listing']): AppendRecord;
  sealDue(item: Pick<NewDue, 'id' | 'kind' | 'payload'>): Sealed;
  /** Under which name a due item is kept: its id can name a person. */
  dueId(id: string): string;
}

export const caseSeal = (caseId: string, key: DataKey): CaseSeal => {
  const opened = <T>(place: Place, sealed: Sealed, item: string, read: (text: string) => T | undefined): T => {
    try {
      const content = read(key.open(place, sealed));
      if (content !== undefined) return content;
    } catch (error) {
      if (!(error instanceof NotAuthentic)) throw error;
    }
    throw new StoredItemDamaged(caseId, item);
  };
  const dueId = (id: string): string => key.token(`due ${id}`);
  const headAt = (version: number): Place => ['head', caseId, version];
  const eventAt = (seq: number, id: string): Place => ['event', caseId, seq, id];
  const dueAt = (id: string, kind: string): Place => ['due', caseId, id, kind];

  return {
    dueId,
    openHead: ({ version, sealed }) => {
      const { file } = opened(headAt(version), sealed, 'head', readHead);
      return { caseId, version, file };
    },
    openEvent: ({ seq, id, sealed }) => {
      const { protocolVersion, event } = opened(eventAt(seq, id), sealed, `event ${seq}`, readEvent);
      return { caseId, seq, id, protocolVersion, event };
    },
    openDue: ({ id: token, kind, dueAt: at, sealed, attempts }) => {
      const { id, payload } = opened(dueAt(token, kind), sealed, `due ${token}`, readDue);
      return { id, kind, dueAt: at, payload, attempts };
    },
    sealAppend: (version, append, listing) => {
      const { protocolVersion } = append;
      const head = write({ file: append.file });
      const events = append.events.map(({ id, event }) => ({ id, text: write({ protocolVersion, event }) }));
      const due = append.due.map((item) => ({ item, text: write({ id: item.id, payload: item.payload }) }));
      checkSize([head, ...events.map(({ text }) => text), ...due.map(({ text }) => text)]);
      return {
        events: events.map(({ id, text }, i) => ({ id, sealed: key.seal(eventAt(version + 1 + i, id), text) })),
        head: key.seal(headAt(version + events.length), head),
        due: due.map(({ item, text }): NewDueRecord => {
          const id = dueId(item.id);
          return {
            id,
            kind: item.kind,
            dueAt: sortable(item.dueAt),
            sealed: key.seal(dueAt(id, item.kind), text),
          };
        }),
        cancelDue: append.cancelDue.map(dueId),
        listing,
        activityAt: activityOf(append),
      };
    },
    sealDue: ({ id, kind, payload }) => key.seal(dueAt(dueId(id), kind), write({ id, payload })),
  };
};
