import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceFrames } from '../src/sourceFrames';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meldcode-built-'));
  file = join(folder, 'runBot.js');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Line 2 is of a package; line 3 from column 5 on is line 10, column 3 of our own file. */
const map = { version: 3, sources: ['../src/teams/door.ts', '../node_modules/x/y.js'], mappings: 'AAAA;ACAA;IDSE' };

describe('given the bot made one file, when a frame of a fault is told', () => {
  test('then it names the place in our source, with the function', () => {
    writeFileSync(`${file}.map`, JSON.stringify(map));
    const told = sourceFrames(file);
    expect(told(`at async take (${file}:3:5)`)).toBe('at async take (src/teams/door.ts:10:3)');
    expect(told(`at ${file}:1:1`)).toBe('at src/teams/door.ts:1:1');
  });

  test('then a frame of a package, of another file or without a place stays as it is', () => {
    writeFileSync(`${file}.map`, JSON.stringify(map));
    const told = sourceFrames(file);
    const others = [
      `at send (${file}:2:7)`,
      'at node:internal/process:95:5',
      `at ${file}`,
      `at x (${file}.cjs:3:9)`,
      '',
    ];
    expect(others.map(told)).toEqual(others);
  });

  test('then without a map, or with one that cannot be read, it names the place in the built file', () => {
    const frame = `at take (${file}:3:9)`;
    expect(sourceFrames(file)(frame)).toBe(frame);
    writeFileSync(`${file}.map`, '{');
    expect(sourceFrames(file)(frame)).toBe(frame);
  });
});
