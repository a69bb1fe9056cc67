import { OUTBOX_LATE_MS } from '../../src/application';
import { startOutbox, type OutboxLoop } from '../../src/notices/outboxLoop';
import { insideBot } from '../support/insideBot';
import { patience } from '../support/patience';

type Round = number | 'closed' | Error;

/** An outbox whose rounds go as told, one after another; after the last nothing is left. */
const looping = (rounds: readonly Round[]) => {
  const left = [...rounds];
  let ms = 0;
  const troubles: string[] = [];
  const outbox = {
    round: async (): Promise<number | 'closed'> => {
      const next = left.shift() ?? 0;
      if (next instanceof Error) throw next;
      return next;
    },
    arrived: () => undefined,
  };
  const loop = startOutbox(
    outbox,
    3_600_000,
    (code) => void troubles.push(code),
    () => ms,
  );
  return { loop, troubles, left, passes: (more: number) => void (ms += more) };
};
const clock = patience(
  () => false,
  () => 0,
);
let open: OutboxLoop | undefined;
afterEach(async () => open?.stop());

describe('given the outbox', () => {
  test('when a round finds nothing left, then its age starts anew', async () => {
    const { loop, left, passes } = looping([3, 2]);
    open = loop;
    await clock.until(() => left.length === 0);
    passes(5_000);
    loop.wake();
    await clock.until(() => loop.age() === 0);
  });

  test.each([
    ['Teams lets nothing in', 'closed'],
    ['the store does not answer', new Error('away')],
  ] as const)('when %s, then it grows older', async (_why, round) => {
    const { loop, left, passes } = looping([0, round]);
    open = loop;
    await clock.until(() => left.length === 1);
    passes(5_000);
    loop.wake();
    await clock.until(() => left.length === 0);
    expect(loop.age()).toBe(5_000);
  });

  test('when it is older than messages may wait, then the bot says that it is not ready, and after that it is again', async () => {
    let ms = 0;
    const bot = insideBot({ elapsed: () => ms });
    await bot.application.ready();
    ms = OUTBOX_LATE_MS + 1;
    await expect(bot.application.ready()).rejects.toThrow('does not keep up');
    bot.application.outbox.wake();
    await clock.until(() => bot.application.outbox.age() === 0);
    await bot.application.ready();
    await bot.close();
  });
});
