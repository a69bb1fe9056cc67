import { join } from 'node:path';

/** The folder of the whole project, with its cards: src and dist lie in it, and the bot made one file lies in dist. */
export const root = join(__dirname, '..');
