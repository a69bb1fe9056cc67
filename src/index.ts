import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { root } from './root';

// What Node compiled for one start is there for the next, a fifth of its work (Node 22 and later). Not in the folder for
// temporary files, where others on this machine may write: it is run as it lies there. Where the bot may not write
// either, nothing is kept.
(enableCompileCache as typeof enableCompileCache | undefined)?.(join(root, 'dist/compiled'));

// eslint-disable-next-line @typescript-eslint/no-require-imports -- what is loaded before the cache is not in it
const { runBot } = require('./runBot') as typeof import('./runBot'); // the same file
runBot();
