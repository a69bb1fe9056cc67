import { runBot } from '../runBot';
import { timeTravel } from './timeTravel';

/** The bot of the demo: the same bot, with a clock that can be put forward. `npm start` runs src/index.ts and has no such clock. */
if (require.main === module) {
  if (process.env['NODE_ENV'] === 'production') {
    console.error('De demo draait niet in productie. Gebruik npm start.');
    process.exit(1);
  }
  const { now, hear } = timeTravel(Date.now);
  runBot({ now, aside: hear });
}
