import { comparedName, mayBeSecond } from '../../src/protocol/samePupil';
import { emptyCase, type CaseEvent, type CaseFile } from '../../src/protocol/caseFile';
import { given } from './given';
import { fileUnlocked } from './laterSamples';
import { closed, destroyed, movedToStaffExit, opened, signal } from './samples';

const fileWith = (...events: readonly CaseEvent[]): CaseFile => given(...events).file((file) => file);
const named = (name: string) => comparedName({ ...fileWith(opened()), pupil: { name } });

describe('given files that may be about the same pupil', () => {
  test('A-28: then a name is compared without accents, capitals, spaces and signs, and an empty one with none', () => {
    expect(named(' Zoë  van ’t Hof-Smit ')).toBe(named('zoe van t hof smit'));
    expect(named('Zoë')).not.toBe(named('Zoë van ’t Hof'));
    expect(named('Łukasz')).toBeDefined();
    expect(named(' . ')).toBeUndefined();
  });

  test('A-28 I-01: then an exit, a case that was begun by mistake and one that is destroyed are compared with none', () => {
    expect(comparedName(fileWith(opened(), movedToStaffExit()))).toBeUndefined();
    expect(comparedName(fileWith(opened(), closed({ outcome: 'vergissing' })))).toBeUndefined();
    expect(comparedName(fileWith(opened(), closed(), destroyed()))).toBeUndefined();
    expect(comparedName(fileWith(opened(), closed()))).toBeDefined();
  });

  test('A-28: then it is looked for when the case begins, and when more people may see it again', () => {
    const file = fileWith(opened());
    expect(mayBeSecond(opened(), emptyCase, file)).toBe(true);
    expect(mayBeSecond(signal(), file, file)).toBe(false);
    expect(mayBeSecond(fileUnlocked(), file, file)).toBe(true);
  });
});
