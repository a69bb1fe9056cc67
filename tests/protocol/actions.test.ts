import {
  actionPermits,
  actionsIn,
  decideAction,
  listEnds,
  isAsked,
  isLate,
  type ActionCommand,
  type ActionDecision,
  type ActionEvent,
  type ActionStanding,
} from '../../src/protocol/actions';

const at = '2026-11-24T09:00:00.000Z';
const agreed = {
  what: 'De vijf vragen oefenen in de teamvergadering',
  topic: 'wegen',
  who: { role: 'intern-begeleider' },
  due: '2026-12-15',
} as const;
const agree: ActionCommand = { type: 'agreeAction', ...agreed };
const after: readonly ActionCommand[] = [
  { type: 'changeAction', action: 1, ...agreed, due: '2027-01-15', reason: 'De vergadering is verzet.' },
  { type: 'finishAction', action: 1, result: 'Het hele team oefende.' },
  { type: 'dropAction', action: 1, reason: 'Het gaat al goed.' },
];

let n = 0;
type With = { standing?: ActionStanding; key?: string; at?: string };
const judged = (facts: readonly ActionEvent[], command: ActionCommand, given: With = {}): ActionDecision => {
  const { standing = 'keeper', key = `k-${(n += 1)}`, at: moment = at } = given;
  return decideAction(facts, command, {
    by: 'p-1',
    at: moment,
    key,
    ends: listEnds('2026-2027'),
    standings: () => [standing],
  });
};
const did = (...commands: readonly ActionCommand[]): readonly ActionEvent[] =>
  commands.reduce<readonly ActionEvent[]>((facts, command) => {
    const decision = judged(facts, command);
    if (!('event' in decision)) throw new Error(JSON.stringify(decision));
    return [...facts, decision.event];
  }, []);

describe('given the list of actions of a school (R-236)', () => {
  test('R-236: when an action is agreed, changed and done, then the list says what, who, by when and what came of it, and keeps every fact', () => {
    const facts = did(agree, ...after.slice(0, 2));
    const [action] = actionsIn(facts);
    expect(action).toMatchObject({
      ...{ number: 1, what: agreed.what, who: agreed.who, due: '2027-01-15', state: 'gedaan' },
      ended: { by: 'p-1', at, text: 'Het hele team oefende.' },
    });
    expect(action?.history).toEqual(facts);
    expect(facts.every(({ by, at: when }) => by === 'p-1' && when === at)).toBe(true);
  });

  test('R-236: when it is dropped, then the reason stays and the number is never given again', () => {
    const facts = did(agree, { type: 'dropAction', action: 1, reason: 'Het gaat al goed.' }, agree);
    expect(actionsIn(facts).map(({ number, state, ended }) => [number, state, ended?.text])).toEqual([
      [1, 'vervallen', 'Het gaat al goed.'],
      [2, 'open', undefined],
    ]);
  });

  const commands = [agree, ...after];
  const standings: readonly ActionStanding[] = ['keeper', 'doer', 'reader'];
  test.each(commands.flatMap((command) => standings.map((standing) => [standing, command.type, command] as const)))(
    'R-236: when a %s wants to %s, then the table of permits decides',
    (standing, type, command) => {
      const decision = judged(did(agree), command, { standing });
      expect('event' in decision).toBe(actionPermits[type].includes(standing));
      if (!('event' in decision)) expect(decision).toEqual({ refusal: 'not-theirs' });
    },
  );

  test.each(after)('R-236: when an action has ended, then $type changes nothing any more', (command) => {
    const facts = did(agree, { type: 'finishAction', action: 1, result: 'Klaar.' });
    expect(judged(facts, command)).toEqual({ refusal: 'action-ended' });
  });

  test.each(after)('I-24: when there is no such action, then $type is answered as what is not theirs', (command) => {
    expect(judged([], command)).toEqual({ refusal: 'not-theirs' });
  });

  test('I-23: when the same press comes again, then nothing is added', () => {
    const first = judged([], agree, { key: 'same' });
    if (!('event' in first)) throw new Error('not agreed');
    expect(judged([first.event], agree, { key: 'same' })).toEqual({ already: 1 });
  });

  test.each([
    ['2026-11-23', 'day-passed'],
    ['2029-01-01', 'day-too-far'],
  ])('R-236: when the day is %s, then it is refused as %s', (due, refusal) => {
    expect(judged([], { ...agree, due })).toEqual({ refusal });
  });

  test('R-236: when an action is put off until its list is gone, then it is refused, and the day before is not', () => {
    const facts = did(agree);
    const put = (due: string): ActionDecision =>
      judged(
        facts,
        { type: 'changeAction', action: 1, ...agreed, due, reason: 'Later.' },
        { at: '2030-09-01T09:00:00.000Z' },
      );
    expect(listEnds('2026-2027')).toBe('2031-08-01');
    expect(put('2031-08-01')).toEqual({ refusal: 'day-too-far' });
    expect(put('2031-07-31')).toHaveProperty('event');
  });

  test('R-236: when a late action is changed and its day stays, then that can be', () => {
    const facts = did(agree);
    const change: ActionCommand = { type: 'changeAction', action: 1, ...agreed, what: 'Iets anders', reason: 'Beter.' };
    expect(judged(facts, change, { at: '2027-02-01T09:00:00.000Z' })).toHaveProperty('event');
  });

  test('R-236: when its day comes, then it is asked for; after it, it is late; when it has ended, neither', () => {
    const days = ['2026-12-14', '2026-12-15', '2026-12-16'];
    const look = (facts: readonly ActionEvent[]) =>
      actionsIn(facts).flatMap((one) => days.map((day) => [isAsked(one, day), isLate(one, day)]));
    expect(look(did(agree))).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(look(did(agree, { type: 'finishAction', action: 1, result: 'Klaar.' })).flat()).not.toContain(true);
  });

  test('R-236: when a list is full, then it says so instead of growing without end', () => {
    const facts = did(agree);
    const many = Array.from(
      { length: 500 },
      (_, i) => ({ ...facts[0], action: i + 1, key: `full-${i}` }) as ActionEvent,
    ); // copies of an agreed action
    expect(judged(many, agree)).toEqual({ refusal: 'list-full' });
  });
});
