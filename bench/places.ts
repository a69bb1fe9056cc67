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

type Example = { tenantId: string; schools: object[] };
// Our own example, which the bot itself checks when it starts.
const example = JSON.parse(readFileSync(join(root, 'docs/directory.example.json'), 'utf8')) as Example;
export const { tenantId } = example;

/** As many teachers as a school has. */
const TEACHERS = 20;

/** The school of this teacher. */
export const schoolOf = (teacher: number): string => `bench-${Math.floor(teacher / TEACHERS)}`;

/** A folder for the data of one bot, with the example board and so many teachers more, at schools of their own. */
export const newFolder = (teachers: number): { folder: string; directory: string; remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'meldcode-bench-'));
  const school = (n: number): object => {
    const those = Array.from({ length: Math.min(TEACHERS, teachers - n * TEACHERS) }, (_, i) => ({
      ...{
        aadObjectId: personId(n * TEACHERS + i),
        name: `Leerkracht ${n}-${i}`,
        roles: ['leerkracht'],
        group: 'groep 5',
      },
    }));
    const others = (['schoolleider', 'intern-begeleider'] as const).map((role) => ({
      ...{ aadObjectId: personId(`${role} ${n}`), name: `Iemand ${n}`, roles: [role] },
    }));
    return { id: schoolOf(n * TEACHERS), name: `School ${n}`, subRegion: 'enschede', people: [...those, ...others] };
  };
  const schools = [...example.schools, ...Array.from({ length: Math.ceil(teachers / TEACHERS) }, (_, n) => school(n))];
  const directory = join(folder, 'directory.json');
  writeFileSync(directory, JSON.stringify({ ...example, schools }));
  return { folder, directory, remove: () => rmSync(folder, { recursive: true, force: true }) };
};
