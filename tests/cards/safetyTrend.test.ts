import { safetyScale, trendOf, type SafetyFigure } from '../../src/protocol/safetyScale';
import type { CaseEvent } from '../../src/protocol/caseFile';
import { formOf } from '../../src/cards/forms';
import { safetyTrend } from '../../src/cards/safetyTrend';
import { answers } from '../../src/cards/answers';
import { choicesOn, screenOf, sentBy, valueOf } from './cardOnScreen';
import { contextOf, leader, opened, pressOf } from './context';
import { factsWith } from './everyFact';

const of = factsWith((text) => text);
const assessed = (scale: SafetyFigure, day: string): CaseEvent => ({
  ...of.RiskAssessed,
  scale,
  at: `${day}T09:00:00.000Z`,
});
const screen = (name: 'step4-weigh/assess' | 'step4-weigh/confirm' | 'plan/progress', events: readonly CaseEvent[]) =>
  screenOf(name, formOf(name), contextOf([opened, ...events], { viewer: { id: leader, roles: ['schoolleider'] } }));

describe('given figures for how safe a child is, from 0 to 10', () => {
  test('when there are several, then they stand in the order of their days, with which way they go', () => {
    const events = [
      assessed('3', '2026-11-02'),
      { ...of.MonitoringRecorded, scale: '7', on: '2026-11-20' } as const,
      { ...of.ProgressRecorded, scale: '6', on: '2026-11-12' } as const,
    ];
    expect(safetyTrend(contextOf([opened, ...events]))).toBe(
      'Cijfer voor de veiligheid: 3 (ma 2 november 2026), 6 (do 12 november 2026), 7 (vr 20 november 2026). Dat is hoger dan de vorige keer.',
    );
    expect(trendOf(['7', '4'])).toBe('lager');
    expect(trendOf(['4', '4'])).toBe('gelijk');
    expect(trendOf(['4'])).toBeUndefined();
    expect(trendOf(['9', '10'])).toBe('hoger');
  });

  test('when nobody gave one, then nothing asks why: it is no part of the protocol', () => {
    expect(safetyTrend(contextOf([opened, of.SignalRecorded]))).toBe('');
    const { RiskAssessed } = of;
    const { scale: _scale, protects: _protects, ...without } = RiskAssessed;
    expect(screen('step4-weigh/confirm', [without]).text).not.toContain('Cijfer voor de veiligheid');
  });

  test('when the risk is weighed, then both may be left out, and are on record when they are not', () => {
    const shown = screen('step4-weigh/assess', []);
    expect(choicesOn(shown, 'scale').map(({ value }) => value)).toEqual(Object.keys(safetyScale));
    expect(valueOf(shown, 'scale')).toBe('');
    const needed = { risk: 'laag', riskText: 'Rustig', nature: ['onbekend'], seriousness: 'Klein' };
    const read = (typed: object) =>
      answers.assessRisk.read(sentBy(shown, 'Vastleggen', { ...needed, ...typed }), pressOf());
    expect(read({})).toMatchObject({ command: { type: 'assessRisk', risk: 'laag' } });
    expect(JSON.stringify(read({}))).not.toContain('"scale"');
    expect(read({ scale: '8', protects: 'Oma helpt' })).toMatchObject({
      command: { scale: '8', protects: 'Oma helpt' },
    });
  });

  test('when the leader reads the weighing, then the figures, what protects and the child’s own words stand together with the rest', () => {
    const safe = { ...of.SignalRecorded, category: 'BF', text: 'Oma haalt haar elke dag op' } as const;
    const { text } = screen('step4-weigh/confirm', [safe, of.ChildVoiceRecorded, assessed('4', '2026-11-20')]);
    for (const part of ['Signalen', 'Advies', 'Gesprek', 'Stem van het kind', 'Veiligheid en wat beschermt'])
      expect(text).toContain(part);
    expect(text).toContain('Oma haalt haar elke dag op');
    expect(text).toContain(of.ChildVoiceRecorded.words);
    expect(text).toContain('Cijfer voor de veiligheid: 4 (vr 20 november 2026).');
  });
});
