import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { questions } from '../../src/protocol/step4Weigh';
import { flowPicture, leadWords } from './flowPicture';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

describe('given the picture of the flow in docs/flow.svg', () => {
  // `npm run docs` draws it anew after the protocol changed.
  if (process.env['DRAW'] === 'yes') writeFileSync(join(root, 'docs/flow.svg'), flowPicture());

  test('R-246: then it is what the protocol says today', () => {
    expect(read('docs/flow.svg')).toBe(flowPicture());
    expect(readme).toContain('(docs/flow.svg)');
  });

  test('then doubt about safety reads as a melding at once, together with Veilig Thuis', () => {
    const safety = questions.find(({ id }) => id === 'safety');
    expect(safety && leadWords(safety.leads.twijfel)).toBe(
      'meteen melden, per telefoon; naar vraag 3; samen met Veilig Thuis',
    );
  });
});

describe('given the README', () => {
  test('then every environment name of .env.example stands in its table of configuration', () => {
    const names = [...read('.env.example').matchAll(/^([A-Za-z_]+)=/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  test('then every npm script it names exists, and every script is named', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run )?([a-z0-9:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !['install', 'ci'].includes(name) && !Object.hasOwn(scripts, name))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
  });

  test('then every file and picture it points to is there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  test('then its map names every room of src', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => !readme.includes(`\`src/${name}\``))).toEqual([]);
  });
});
