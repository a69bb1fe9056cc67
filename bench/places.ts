import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personId } from './chats';

/** The root of the project; this file runs as `artifacts/bench/bench/places.js`. */
export const root = join(__dirname, '../../..');

/** The bot looks for its cards beside its own folder. */
export const layCards = (): void => {
  const beside = join(__dirname, '../cards');
  if (!existsSync(beside)) symlinkSync(join(root, 'cards'), beside, 'junction');
};

type Example = { tenantId: string; schools: { id: string; people: object[] }[] };
// Our own example, which the bot itself checks when it starts.
const example = JSON.parse(readFileSync(join(root, 'docs/directory.example.json'), 'utf8')) as Example;
export const { tenantId } = example;
export const schoolId = example.schools[0]?.id ?? '';

/** A folder for the data of one bot, with the example board and so many teachers more. */
export const newFolder = (teachers: number): { folder: string; directory: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'meldcode-bench-'));
  const [first, ...others] = example.schools;
  const more = Array.from({ length: teachers }, (_, n) => ({
    ...{ aadObjectId: personId(n), name: `Leerkracht ${n}`, roles: ['leerkracht'], group: 'groep 5' },
  }));
  const schools = [{ ...first, people: [...(first?.people ?? []), ...more] }, ...others];
  const directory = join(folder, 'directory.json');
  writeFileSync(directory, JSON.stringify({ ...example, schools }));
  return { folder, directory, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
