import { formOf } from '../../src/cards/forms';
import { objectsIn } from '../support/json';
import { screenOf } from './cardOnScreen';
import { contextOf, opened } from './context';
import { factsWith } from './everyFact';
import { objectsDeep } from './templates';

const of = factsWith((text) => text);
const signals = Array.from({ length: 8 }, (_, i) => ({ ...of.SignalRecorded, text: `Signaal ${i + 1}` }));
const events = [opened, ...signals, of.ConversationRecorded, of.RiskAssessed];
const shows = (about?: string) =>
  screenOf('shared/chronology', formOf('shared/chronology'), contextOf(events, about === undefined ? {} : { about }));
const waysOn = ({ card }: ReturnType<typeof shows>): readonly string[] =>
  objectsDeep(objectsDeep(card).find(({ id }) => id === 'filters'))
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title }) => String(title));

describe('given a long file', () => {
  test('when it is read, then it can be narrowed to each part of the work in which something was recorded', () => {
    expect(waysOn(shows())).toEqual([
      'Stap 1: signalen',
      'Stap 3: gesprek',
      'Stap 4: wegen',
      'Begin, eind en bijzonderheden',
    ]);
  });

  test('when one part is chosen, then only that is shown, over as many pages as it takes, with the numbers of the file', () => {
    const first = shows('step1');
    expect(first.text).toContain('Je ziet alleen: Stap 1: signalen.');
    expect(first.text).toContain('Blad 1 van 2.');
    expect(first.text).toContain('Nr. 9 · ');
    expect(first.text).toContain('Signaal 8');
    expect(first.text).not.toContain('Nr. 11');
    const older = objectsIn(first.card['actions']).find(({ title }) => title === 'Eerder');
    expect(older?.['data']).toMatchObject({ m: { about: 'step1:1' } });
    const second = shows('step1:1');
    expect(second.text).toContain('Signaal 1');
    expect(second.text).not.toContain('Signaal 8');
    expect(waysOn(second)[0]).toBe('Alles');
  });

  test('when a client asks for what is not there, then everything is shown from the newest on', () => {
    for (const about of ['nonsense', 'step1:99', '99', 'constructor', ''])
      expect(shows(about).text).toContain('Blad 1 van ');
    expect(shows('0').text).toContain('Nr. 11 · ');
  });
});
