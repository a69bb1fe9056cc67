import { callerAddress } from '../../src/teams/callerAddress';
import { paceOf } from '../../src/teams/pace';

describe('given an allowance of three, and one more each second', () => {
  const setup = () => {
    const clock = { now: 0 };
    return { clock, pace: paceOf({ most: 3, everyMs: 1000 }, () => clock.now) };
  };

  test('when somebody comes four times at once, then the fourth waits, and a second later one more comes in', () => {
    const { clock, pace } = setup();
    expect(['a', 'a', 'a', 'a'].map(pace)).toEqual([true, true, true, false]);
    clock.now = 1000;
    expect(['a', 'a'].map(pace)).toEqual([true, false]);
  });

  test('when others come, then each has an allowance of their own, and a long rest never gives more than three', () => {
    const { clock, pace } = setup();
    ['a', 'a', 'a'].forEach(pace);
    expect(pace('b')).toBe(true);
    clock.now = 3_600_000;
    expect(['a', 'a', 'a', 'a'].map(pace)).toEqual([true, true, true, false]);
  });

  test('when the clock goes back, then nobody gains or loses by it', () => {
    const { clock, pace } = setup();
    clock.now = 10_000;
    expect(['a', 'a', 'a'].map(pace)).toEqual([true, true, true]);
    clock.now = 0;
    expect(pace('a')).toBe(false);
  });

  test('when very many come, then the longest away are forgotten, and who comes on is not', () => {
    const { pace } = setup();
    ['a', 'a', 'a'].forEach(pace);
    for (let n = 0; n < 20_000; n += 1) {
      pace(`n${n}`);
      if (n % 1000 === 0) expect(pace('a')).toBe(false);
    }
  });
});

describe('given the address of a caller', () => {
  const from = (header: string | undefined, proxies: number): string =>
    callerAddress(
      { headers: header === undefined ? {} : { 'x-forwarded-for': header }, socket: { remoteAddress: '10.0.0.9' } },
      proxies,
    );
  test.each([
    ['nobody stands in front, so the header is not believed', '1.2.3.4', 0, '10.0.0.9'],
    ['there is no header', undefined, 1, '10.0.0.9'],
    ['one proxy wrote the last entry', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['the proxy wrote the port too', '1.2.3.4:50123', 1, '1.2.3.4'],
    ['it is IPv6 with a port', '[2001:DB8::1]:443', 1, '2001:db8::1'],
    ['two proxies wrote the last two', '6.6.6.6, 1.2.3.4, 10.0.0.1', 2, '1.2.3.4'],
    ['fewer entries than proxies', '1.2.3.4', 2, '10.0.0.9'],
    ['something else stands there', '<script>', 1, '10.0.0.9'],
    ['nothing stands there', '', 1, '10.0.0.9'],
  ])('when %s, then that is the address', (_what, header, proxies, address) => {
    expect(from(header, proxies)).toBe(address);
  });
});
