import { describeEntry } from '../../src/cards/entries';
import { receiptCard } from '../../src/cards/receipt';
import { cardRenderer, type Card } from '../../src/cards/render';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { facts, inCase } from './begunCases';
import { atLength } from './caseFiles';
import { caseId, opened, school } from './context';
import { factsWith } from './everyFact';

const render = cardRenderer();
const receiptOf = (event: CaseEvent): Card =>
  receiptCard(render, { caseId, events: [event], school, seesFile: true, told: 'Jeroen Nijhuis' });

describe('given the receipt of a fact', () => {
  test.each(Object.values(facts))('$type: then it says all of it, and never hides the end', (event) => {
    const shown = JSON.stringify(receiptOf(event));
    const lines = describeEntry(event, school).lines.map(({ label }) => `"${label}: "`);
    expect(lines.filter((line) => !shown.includes(line))).toEqual([]);
    expect(shown).not.toContain('En nog');
  });

  test('when people wrote at length, then it still fits in one message', () => {
    const large = Object.values(factsWith(atLength)).filter(
      (event) => Buffer.byteLength(JSON.stringify(receiptOf(event)), 'utf16le') > 25 * 1024,
    );
    expect(large.map(({ type }) => type)).toEqual([]);
  });
});

describe('given everything that is on record', () => {
  test('when a fact has more lines than fit there, then the card says so, and opening the fact shows them all', () => {
    const events: readonly CaseEvent[] = [opened, facts.ConversationRecorded];
    const all = inCase('shared/chronology', events);
    expect(all.text).toContain('En nog: ');
    expect(all.text).not.toContain(facts.ConversationRecorded.agreements);
    const one = inCase('shared/correct', events, { about: '2' });
    expect(one.text).toContain(facts.ConversationRecorded.agreements);
    expect(one.text).not.toContain('En nog: ');
  });
});
