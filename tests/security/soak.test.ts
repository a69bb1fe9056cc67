import { soak } from './soak';
import { report } from './tried';

/** `npm run test:soak` plays 20,000; each ordinary run a few, so that a leak of any size shows at once. */
const turns = Number(process.env['SOAK_TURNS'] ?? 1200);
/** What caches and the collector may differ, and the most that a turn may leave behind, in MB. */
const SLACK = 6;
const PER_TURN = 0.0005;

test('given very many turns of people who look, type and are refused, then memory stays flat', async () => {
  const { before, after } = await soak(turns);
  report('memory', { turns, 'MB before': Math.round(before), 'MB after': Math.round(after) });
  expect(after - before).toBeLessThan(SLACK + turns * PER_TURN);
}, 1_200_000);
