import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
/** Instructions with their words, lines that go on joined. */
const instructions = read('Dockerfile')
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => ({ name: line.split(' ')[0] ?? '', words: line.split(' ').slice(1).join(' ') }));
const stages = instructions.reduce<(typeof instructions)[]>(
  (all, one) => (one.name === 'FROM' ? [...all, [one]] : [...all.slice(0, -1), [...(all.at(-1) ?? []), one]]),
  [],
);
const [build = [], last = []] = stages;
const of = (stage: typeof instructions, name: string): string[] =>
  stage.filter((one) => one.name === name).map(({ words }) => words);

describe('given the Dockerfile', () => {
  test('then it holds known instructions only, in two stages', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'VOLUME', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];
    expect(instructions.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
    expect(stages).toHaveLength(2);
  });

  test('then both stages stand on a small image of a Node version that is supported, by its number', () => {
    const images = stages.map(([from]) => from?.words.split(' ')[0]);
    expect(new Set(images).size).toBe(1);
    expect(images[0]).toMatch(/^node:(?:22|24)-[a-z]+-slim$/);
  });

  test('then what is made for developing stays behind, and what runs is the bot with its cards', () => {
    expect(of(build, 'RUN').join(' && ')).toContain('npm run build && npm ci --omit=dev');
    expect(of(last, 'COPY').map((words) => words.split(' ').at(-1))).toEqual([
      ...['./', './node_modules', './dist', './cards'],
    ]);
    expect(of(last, 'RUN').filter((words) => words.includes('npm'))).toEqual([]);
  });

  test('then all that it copies is there and not left out of what Docker is given', () => {
    const ignore = read('.dockerignore').split('\n');
    const sources = stages
      .flatMap((stage) => of(stage, 'COPY'))
      .filter((words) => !words.startsWith('--from'))
      .flatMap((words) => words.split(' ').slice(0, -1));
    expect(sources.filter((path) => !existsSync(join(root, path)) || !ignore.includes(`!${path}`))).toEqual([]);
    expect(ignore).toContain('*');
  });

  test('then it runs as nobody special, from the start to the end, and holds no secret', () => {
    expect(of(last, 'USER')).toEqual(['node']);
    const after = last.slice(last.findIndex(({ name }) => name === 'USER')).map(({ name }) => name);
    expect(after).not.toContain('RUN');
    expect(read('Dockerfile')).not.toMatch(/password|secret|_KEY=|MicrosoftAppId/i);
  });

  test('then SIGTERM reaches the bot itself, and its health is whether it lives', () => {
    expect(JSON.parse(of(last, 'CMD')[0] ?? '')).toEqual(['node', 'dist/index.js']);
    const [, check = ''] = of(last, 'HEALTHCHECK')[0]?.split(' CMD ') ?? [];
    expect((JSON.parse(check) as string[]).slice(0, 2)).toEqual(['node', '-e']);
    expect(check).toContain('/healthz');
  });
});
