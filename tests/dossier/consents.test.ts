import { memoryKeyValueStore } from '../../src/casefile/memory/memoryStores';
import { consentsIn, type Consent } from '../../src/dossier/consents';
import { ticketsIn } from '../../src/dossier/tickets';

const fetch = { caseId: 'c', document: 'verantwoordingsdossier', of: '', by: 'person' } as const;
const consent: Consent = { fetch, name: 'document.pdf' };

const setUp = () => {
  let now = '2026-11-24T10:00:00.000Z';
  const store = memoryKeyValueStore(() => now);
  const later = (minutes: number): void => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  };
  return { open: () => consentsIn(store, () => now), tickets: ticketsIn(store, () => now), later };
};

describe('given a question whether a document may go to OneDrive', () => {
  test('when whoever was asked answers, then that counts once', async () => {
    const consents = setUp().open();
    const reference = await consents.ask(consent);
    expect(reference).toMatch(/^[\w-]{43}$/);
    expect(await consents.answer(reference, 'person')).toEqual({ consent });
    expect(await consents.answer(reference, 'person')).toEqual({ refusal: 'answered' });
  });

  test('when two instances hear the answer at once, then one of them takes it', async () => {
    const { open } = setUp();
    const [one, two] = [open(), open()];
    const reference = await one.ask(consent);
    const heard = await Promise.all([one.answer(reference, 'person'), two.answer(reference, 'person')]);
    expect(heard.filter((answered) => 'consent' in answered)).toHaveLength(1);
  });

  test('when somebody else answers, then nothing is given or used up', async () => {
    const consents = setUp().open();
    const reference = await consents.ask(consent);
    for (const by of ['somebody else', '']) expect(await consents.answer(reference, by)).toEqual({ refusal: 'gone' });
    expect(await consents.answer(reference, 'person')).toEqual({ consent });
  });

  test('when ten minutes have passed, or the reference was never given, then it is gone', async () => {
    const { open, later } = setUp();
    const consents = open();
    const reference = await consents.ask(consent);
    const other = `${reference.startsWith('A') ? 'B' : 'A'}${reference.slice(1)}`;
    expect(await consents.answer(other, 'person')).toEqual({ refusal: 'gone' });
    later(10);
    expect(await consents.answer(reference, 'person')).toEqual({ refusal: 'gone' });
  });

  test('when it is used as a link, or a link as an answer, then neither opens the other', async () => {
    const { open, tickets } = setUp();
    const consents = open();
    const reference = await consents.ask(consent);
    const { ticket } = await tickets.issue(fetch);
    expect(await tickets.holds(reference)).toBe(false);
    expect(await consents.answer(ticket, 'person')).toEqual({ refusal: 'gone' });
  });
});
