import { answers } from '../../src/cards/answers';
import type { FormName } from '../../src/cards/forms';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { inputsOf, textOf } from '../support/cardParts';
import { plainly } from './caseFiles';
import { contextOf, ibEr, now, opened, pressOf, sent } from './context';
import { factsWith } from './everyFact';
import { compose } from './showings';

const of = factsWith(plainly);
const assessed: CaseEvent = { ...of.RiskAssessed, round: 1, scale: '4' };
const helped: CaseEvent = { ...of.HelpWeighed, round: 1, answer: 'twijfel', helper: 'school', by: ibEr };
const accepted: CaseEvent = {
  ...of.AcceptanceWeighed,
  round: 1,
  people: [
    { name: 'Moeder', accepts: 'aanvaardt' },
    { name: 'Oma', accepts: 'onbekend' },
  ],
};
const again: CaseEvent = { type: 'WeighingStarted', round: 2, reason: 'Er is iets veranderd.', at: now, by: ibEr };

const shown = (name: FormName, events: readonly CaseEvent[]) => {
  const card = compose(name, contextOf([opened, ...events]));
  const values = Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), String(value)]));
  return { card, text: textOf(card), values };
};

const questions = [
  ['step4-weigh/assess', 'assessRisk', { ...of.RiskAssessed, round: 1 }],
  ['step4-weigh/suspicion', 'weighSuspicion', { ...of.SuspicionWeighed, round: 1 }],
  [
    'step4-weigh/safety',
    'weighSafety',
    { ...of.SafetyWeighed, round: 1, answer: 'nee', acute: 'nee', structural: 'nee' },
  ],
  ['step4-weigh/help', 'weighHelp', { ...of.HelpWeighed, round: 1 }],
  ['step4-weigh/acceptance', 'weighAcceptance', { ...of.AcceptanceWeighed, round: 1 }],
  ['step4-weigh/result', 'weighResult', { ...of.ResultWeighed, round: 1, goals: [] }],
] as const satisfies readonly (readonly [FormName, keyof typeof answers, CaseEvent])[];

describe('given a question of the weighing that was answered before', () => {
  test.each(questions)('when %s opens again, then one press gives the same answer (R-116)', (name, verb, event) => {
    const { values, text } = shown(name, [event]);
    const read = answers[verb].read(
      sent(name, values, { round: 1, ...(verb === 'weighResult' && { goals: 0 }) }),
      pressOf(),
    );
    expect(read).toHaveProperty('command');
    const said = Object.entries('command' in read ? read.command : {}).filter(
      ([key]) => key !== 'type' && !key.startsWith('veiligThuis'),
    );
    expect(event).toMatchObject(Object.fromEntries(said));
    expect(text).toContain('Pas aan wat anders is.');
  });

  test.each(questions)('when %s opens for the first time, then nothing is answered yet', (name) => {
    const { values, text } = shown(name, []);
    expect(Object.values(values).filter((value) => value !== '')).toEqual([]);
    expect(text).not.toMatch(/Eerder(:| ingevuld)/);
  });

  test('when it opens again, then it says what was answered, by whom and when', () => {
    const { text } = shown('step4-weigh/help', [helped]);
    expect(text).toMatch(/Eerder: twijfel, door Ilse ter Braak op \w+ \d+ \w+ 2026\. Pas aan wat anders is\./);
  });

  test('when that was corrected since, then the correction is there to read (I-04)', () => {
    const correction: CaseEvent = { ...of.EntryCorrected, entry: 2, text: 'Het was niet oma maar tante.' };
    expect(shown('step4-weigh/help', [helped, correction]).text).toMatch(/Verbeterd: \n?Het was niet oma maar tante\./);
  });

  test('when Veilig Thuis must be spoken to again, then with whom and when is not taken over', () => {
    const { values } = shown('step4-weigh/help', [
      { ...helped, veiligThuisName: 'Mevrouw Smit', veiligThuisOn: '2026-11-09' },
    ]);
    expect(values['veiligThuisName'] ?? '').toBe('');
  });

  test('when several people were named, then all of them are in sight, so that nobody is sent unseen', () => {
    const { card, values } = shown('step4-weigh/acceptance', [accepted]);
    expect(values).toMatchObject({ person2Name: 'Oma', person2Accepts: 'onbekend' });
    expect(JSON.stringify(card)).not.toContain('"isVisible":false,"items":[{"type":"Input.Text","id":"person2Name"');
  });

  test('when a new weighing began, then the words are kept and every choice is made anew', () => {
    const { text, values } = shown('step4-weigh/help', [helped, again]);
    expect(values).toMatchObject({ helper: '', effective: '', averts: '' });
    expect(values['explanation']).not.toBe('');
    expect(text).toContain('in weging 1');
    const risk = shown('step4-weigh/assess', [assessed, again]).values;
    expect(risk).toMatchObject({ risk: '', nature: '', scale: '', childVoice: '' });
    expect(risk['seriousness']).not.toBe('');
  });

  test('when another plan was made since, then what was said of the former goals fills nothing', () => {
    const result: CaseEvent = { ...of.ResultWeighed, round: 1 };
    expect(shown('step4-weigh/result', [of.PlanMade, result]).values['explanation']).not.toBe('');
    expect(shown('step4-weigh/result', [of.PlanMade, result, of.PlanMade]).values['explanation']).toBe('');
  });
});
