import type { Fetch } from '../../src/dossier/fetch';
import { ticketsIn } from '../../src/dossier/tickets';
import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';

const fetch: Fetch = { caseId: 'c', document: 'verantwoordingsdossier', of: '', by: 'person' };
const begin = '2026-11-24T10:00:00.000Z';

const setUp = () => {
  let now = begin;
  const store = memoryKeyValueStore(() => now);
  const open = () => ticketsIn(store, () => now);
  const later = (minutes: number): void => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  };
  return { open, later, store };
};
const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('given a ticket for a document', () => {
  test('when the code of the card is filled in, then it gives the document, once', async () => {
    const tickets = setUp().open();
    const { ticket, code } = await tickets.issue(fetch);
    expect(code).toMatch(/^\d{6}$/);
    expect(await tickets.holds(ticket)).toBe(true);
    expect(await tickets.take(ticket, code)).toEqual(fetch);
    expect(await tickets.take(ticket, code)).toBeUndefined();
    expect(await tickets.holds(ticket)).toBe(false);
  });

  test('when a scanner of links looks at it, then nothing is used up', async () => {
    const tickets = setUp().open();
    const { ticket, code } = await tickets.issue(fetch);
    for (let i = 0; i < 50; i += 1) expect(await tickets.holds(ticket)).toBe(true);
    expect(await tickets.take(ticket, code)).toEqual(fetch);
  });

  test('when codes are guessed, then after five tries the right one does not work either', async () => {
    const tickets = setUp().open();
    const { ticket, code } = await tickets.issue(fetch);
    for (let i = 0; i < 5; i += 1) expect(await tickets.take(ticket, wrongFor(code))).toBeUndefined();
    expect(await tickets.take(ticket, code)).toBeUndefined();
    expect(await tickets.holds(ticket)).toBe(false);
  });

  test('when two instances are asked at once, then one of them gives it', async () => {
    const { open } = setUp();
    const [one, two] = [open(), open()];
    const { ticket, code } = await one.issue(fetch);
    const given = await Promise.all([one.take(ticket, code), two.take(ticket, code), one.take(ticket, code)]);
    expect(given.filter((found) => found !== undefined)).toEqual([fetch]);
  });

  test('when ten minutes have passed, then it is gone', async () => {
    const { open, later } = setUp();
    const tickets = open();
    const { ticket, code, until } = await tickets.issue(fetch);
    expect(until).toBe('2026-11-24T10:10:00.000Z');
    later(9);
    expect(await tickets.holds(ticket)).toBe(true);
    later(1);
    expect(await tickets.holds(ticket)).toBe(false);
    expect(await tickets.take(ticket, code)).toBeUndefined();
  });

  test('when it was never issued, or is changed by one character, then there is nothing', async () => {
    const tickets = setUp().open();
    const { ticket, code } = await tickets.issue(fetch);
    const other = `${ticket.startsWith('A') ? 'B' : 'A'}${ticket.slice(1)}`;
    expect(await tickets.take(other, code)).toBeUndefined();
    expect(await tickets.holds('')).toBe(false);
    expect(await tickets.take(ticket, code)).toEqual(fetch);
  });
});
