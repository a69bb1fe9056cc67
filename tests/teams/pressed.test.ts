import { aboutOf, pressedIn, refsOf, stillHolds, textOf, typedIn, wroteSomething } from '../../src/teams/pressed';

describe('given what a client sent with a press', () => {
  test('when it is a press, then its verb and data are read; else it is none', () => {
    const action = { type: 'Action.Execute', verb: 'closeCase', data: { a: 1 } };
    expect(pressedIn({ action, trigger: 'manual' })).toEqual({ verb: 'closeCase', data: { a: 1 } });
    for (const none of [undefined, null, 'x', {}, { action: { ...action, type: 'Action.Submit' } }])
      expect(pressedIn(none)).toBeUndefined();
    expect(pressedIn({ action: { ...action, verb: 'x'.repeat(61) } })).toBeUndefined();
  });

  test('when its references are read, then anything that is none makes all of them nothing', () => {
    const refs = refsOf({ m: { case: 'abc-1', form: 'step1-signals/signal', round: 2 } });
    expect([textOf(refs, 'case'), textOf(refs, 'round'), textOf(refs, 'none')]).toEqual([
      'abc-1',
      undefined,
      undefined,
    ]);
    for (const none of [undefined, {}, { m: null }, { m: { case: {} } }, { m: { case: 'a b' } }])
      expect(refsOf(none)).toEqual({});
  });

  test('when a reference stands beside the common ones, then that is what the card is about', () => {
    expect(aboutOf({ case: 'a', key: 'k', form: 'f', consultation: 'c-1' })).toBe('c-1');
    expect(aboutOf({ case: 'a', key: 'k', form: 'f', entry: 7 })).toBe('7');
    expect(aboutOf({ case: 'a', key: 'k', form: 'f', round: 2, school: 's' })).toBeUndefined();
  });
});

describe('given what somebody typed', () => {
  const long = `${'woord '.repeat(700)}eind`;

  test('when a card is filled again, then it gets the texts and not the references or what is no text', () => {
    expect(typedIn({ m: { case: 'a' }, text: 'Hij sliep.', count: 3, list: ['x'] })).toEqual({ text: 'Hij sliep.' });
    expect(typedIn({ text: long })).toEqual({});
    expect(typedIn('x')).toEqual({});
  });

  test('when words of their own are among it, then they count as written; a choice or a day does not', () => {
    expect(wroteSomething({ m: { text: 'niet dit' }, text: 'Hij sliep.' })).toBe(true);
    expect(wroteSomething({ text: long })).toBe(true);
    expect(wroteSomething({ on: '2026-11-24', choice: 'wijst-op-zorg', empty: '' })).toBe(false);
  });

  test('when a card made again has no place for all of it, then that is seen, also for a text too long to put back', () => {
    const card = {
      type: 'AdaptiveCard' as const,
      version: '1.5',
      body: [{ items: [{ id: 'text', value: 'Hij sliep.' }] }],
    };
    expect(stillHolds(card, { text: 'Hij sliep.', on: '2026-11-24' })).toBe(true);
    expect(stillHolds(card, { text: 'Hij sliep.', more: 'Nog een zin.' })).toBe(false);
    expect(stillHolds(card, { text: 'Hij sliep.', more: long })).toBe(false);
  });
});
