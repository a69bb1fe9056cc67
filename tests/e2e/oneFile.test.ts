import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { sourceFrames } from '../../src/sourceFrames';

const root = join(__dirname, '../..');
const file = join(root, 'dist/runBot.js');
const built = readFileSync(file, 'utf8');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};

/** Packages ask for these and do without when they are not there. */
const optional = ['bufferutil', 'dtrace-provider', 'encoding', 'utf-8-validate'];
const packageOf = (asked: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(asked)?.[0] ?? asked;

describe('given the bot made one file', () => {
  test('then what it still asks for is in Node itself, or installed for production', () => {
    const asked = [...built.matchAll(/\b(?:require|require\.resolve|import)\("([^"]+)"\)/g)].map(
      ([, name = '']) => name,
    );
    const there = [...builtinModules, ...Object.keys(dependencies), ...optional];
    expect(asked).toContain('@photostructure/sqlite');
    expect(asked.filter((name) => !name.startsWith('node:') && !there.includes(packageOf(name)))).toEqual([]);
  });

  test('then a fault in it is told with its place in our source', () => {
    const lines = built.split('\n');
    const line = lines.findIndex((text) => text.includes('De bot luistert op'));
    const [source] = /src\/\S+/.exec(sourceFrames(file)(`at main (${file}:${line + 1}:5)`)) ?? [];
    const [path = '', at = ''] = source?.split(':') ?? [];
    expect(readFileSync(join(root, path), 'utf8').split('\n')[Number(at) - 1]).toContain('De bot luistert op');
  });
});
