import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, objectsIn, type JsonObject } from '../support/json';

const root = join(__dirname, '../..');
const jsonIn = (text: string): JsonObject => JSON.parse(text) as JsonObject; // these two are objects
const packageJson = jsonIn(readFileSync(join(root, 'package.json'), 'utf8'));
const namesIn = (part: string): string[] => Object.keys(packageJson[part] as JsonObject); // package.json has both parts

describe('given the bill of materials', () => {
  const [, ...words] = String(at(packageJson, 'scripts', 'sbom')).split(' ');
  const bill = jsonIn(execFileSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }));
  const parts = objectsIn(bill['components']);
  const names = parts.map(({ name }) => String(name));

  test('then it is CycloneDX, and names every part with its version', () => {
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { version: packageJson['version'] } },
    });
    expect(parts.filter(({ version, purl }) => !/^\d+\.\d+\.\d+/.test(String(version)) || !purl)).toEqual([]);
  });

  test('then what the bot is built on is in it, and what only developing needs is not', () => {
    expect(names).toEqual(expect.arrayContaining(namesIn('dependencies')));
    const onBoard = parts.map(({ name, version }) => `${String(name)} ${String(version)}`);
    const madeWith = packageJson['devDependencies'];
    // Some are also used by a package that goes to production, or in another version.
    const lock = jsonIn(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const onlyForDeveloping = namesIn('devDependencies').filter(
      (name) => at(lock, 'packages', `node_modules/${name}`, 'dev') === true,
    );
    expect(onlyForDeveloping.length).toBeGreaterThan(15);
    const kept = onlyForDeveloping.map((name) => `${name} ${String(at(madeWith, name))}`);
    expect(kept.filter((one) => onBoard.includes(one))).toEqual([]);
  });
});
