import { offered } from '../../src/cards/offered';
import { asLeader, asTeacher, facts } from './begunCases';
import { contextOf, opened } from './context';

const rows = (...values: string[]) => values.map((value) => ({ title: value, value }));
const menu = rows('step1-signals/signal', 'step4-weigh/confirm', 'shared/chronology');
const valuesOf = (data: Readonly<Record<string, unknown>>, list: string): unknown =>
  (data[list] as { value: string }[]).map(({ value }) => value); // the rows given above

describe('given a menu', () => {
  test('when somebody may not press the button of a card, then that card is not offered; pages to read always are', () => {
    const { data } = offered({ goals: menu }, {}, contextOf([opened], { viewer: asTeacher }));
    expect(valuesOf(data, 'goals')).toEqual(['step1-signals/signal', 'shared/chronology']);
    const leads = offered({ goals: menu }, {}, contextOf([opened], { viewer: asLeader }));
    expect(valuesOf(leads.data, 'goals')).toContain('step4-weigh/confirm');
  });

  test('when the case is closed, then nothing is offered that only an open case takes', () => {
    const { data } = offered({ goals: menu }, {}, contextOf([opened, facts.CaseClosed], { viewer: asLeader }));
    expect(valuesOf(data, 'goals')).toEqual(['shared/chronology']);
  });

  test('when the proposed choice is gone, then the first that is left is proposed', () => {
    const { inputs } = offered({ choices: menu }, { go: 'step4-weigh/confirm' }, contextOf([opened]));
    expect(inputs).toEqual({ go: 'step1-signals/signal' });
    const kept = offered({ choices: menu }, { go: 'shared/chronology', on: '2026-11-24' }, contextOf([opened]));
    expect(kept.inputs).toEqual({ go: 'shared/chronology', on: '2026-11-24' });
  });

  test('when nothing is left to choose, then the overview is; a list of corrections may be empty', () => {
    const only = rows('step4-weigh/confirm');
    const { data, inputs } = offered({ choices: only }, { go: 'step4-weigh/confirm' }, contextOf([opened]));
    expect([valuesOf(data, 'choices'), inputs.go]).toEqual([['shared/hub'], 'shared/hub']);
    expect(offered({ corrections: only }, {}, contextOf([opened])).data).toEqual({ corrections: [] });
  });

  test('when a list holds something else than choices, then it is left alone', () => {
    const data = { goals: ['x'], people: menu, text: 'x' };
    expect(offered(data, { reason: 'x' }, contextOf([opened]))).toEqual({ data, inputs: { reason: 'x' } });
  });
});
