import { closings } from '../../../src/protocol/closing';
import { refusals } from '../../../src/text/nl';
import { factsWith } from '../../cards/everyFact';
import { doubtDiffers, explore, type Explored } from './explore';

const everyFactAndEnd = [...Object.keys(factsWith(String)), ...Object.keys(closings)];
const everyRefusal = Object.keys(refusals);

/**
 * Cases of 30 to 80 presses by people with every role, in any order, two thirds of them as the bot advises. After every
 * press the file is held against the invariants of the protocol, as told by its facts alone, and each refusal against its
 * reason. EXPLORATION_WALKS asks for more walks than usual, EXPLORATION_SEED for others.
 */
describe('given many cases, walked by everybody in any order', () => {
  let explored: Explored;
  beforeAll(() => {
    explored = explore([...everyFactAndEnd, ...everyRefusal]);
  });

  test('I-01 to I-17, I-19 to I-21, I-23 to I-25 and I-29: then no press breaks an invariant of the protocol, and nobody is refused without its reason', () => {
    expect(explored.fault).toBeUndefined();
  });

  test('R-017, R-057, R-060, I-16: then every kind of fact and every end of a case came by, both exits and reopening too', () => {
    expect(everyFactAndEnd.filter((one) => !explored.seen.has(one))).toEqual([]);
  });

  test('I-09 R-125: when "twijfel" stands where "ja" stood on question 2, then all comes to the same', () => {
    expect(doubtDiffers()).toBeUndefined();
  });

  test('then every reason to refuse that the protocol knows was given at least once', () => {
    expect(everyRefusal.filter((code) => !explored.seen.has(code))).toEqual([]);
  });
});
