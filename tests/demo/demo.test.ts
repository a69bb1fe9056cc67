import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announcement, DemoProblem, readArguments, startDemo, type Demo, type DemoOptions } from '../../src/demo';
import { castOf, everybody } from '../../src/demo/cast';
import { playgroundConfig } from '../../src/demo/playgroundConfig';
import { playgroundScript } from '../../src/demo/programs';
import { readDirectory } from '../../src/directory/directoryFile';

const example = join(__dirname, '../../docs/directory.example.json');

const directoryOf = async () => {
  const read = readDirectory(await readFile(example, 'utf8'));
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.directory;
};

/** Stands in for the bot: says that it is up and keeps what the demo gave it. */
const standInBot = `
const http = require('node:http');
const { DATA_DIR, STORE, HOST, DIRECTORY_FILE, MicrosoftAppId, MicrosoftAppPassword } = process.env;
console.log(JSON.stringify({ DATA_DIR, STORE, HOST, DIRECTORY_FILE, MicrosoftAppId, MicrosoftAppPassword }));
http.createServer((request, response) => {
  if (request.url === '/die') process.exit(3);
  response.end('ok');
}).listen(Number(process.env.PORT), HOST);
`;

describe('the demo', () => {
  let folder: string;
  let botScript: string;
  let demo: Demo | undefined;
  let taken: Server | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-test-'));
    botScript = join(folder, 'bot.js');
    await writeFile(botScript, standInBot);
  });
  afterEach(async () => {
    await demo?.stop();
    demo = undefined;
    taken?.close();
    taken = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (options: DemoOptions = {}): Promise<Demo> => {
    demo = await startDemo({ botScript, botPort: 0, firstPlaygroundPort: 0, ...options });
    return demo;
  };
  const answers = async (url: string): Promise<boolean> =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );

  test('given the example directory, then teacher, IB and leader each have a screen of their own', async () => {
    const { screens, botLog, dataDir, stop } = await start();
    expect(screens.map(({ role, person }) => [role, person.name])).toEqual([
      ['leerkracht', 'Marieke Jansen'],
      ['intern-begeleider', 'Ilse ter Braak'],
      ['schoolleider', 'Jeroen Nijhuis'],
    ]);
    expect(new Set(screens.map(({ url }) => url)).size).toBe(3);
    expect(await Promise.all(screens.map(({ url }) => answers(url)))).toEqual([true, true, true]);
    expect(JSON.parse(botLog())).toEqual({
      ...{ DATA_DIR: dataDir, STORE: 'sqlite', HOST: '127.0.0.1', DIRECTORY_FILE: example },
      ...{ MicrosoftAppId: '', MicrosoftAppPassword: '' },
    });
    await stop();
    expect(await Promise.all(screens.map(({ url }) => answers(url)))).toEqual([false, false, false]);
    expect(existsSync(dataDir)).toBe(false);
  }, 60_000);

  test('given a data folder, when the demo stops, then the folder is still there', async () => {
    const dataDir = join(folder, 'kept');
    const { stop } = await start({ dataDir, roles: ['leerkracht'] });
    await stop();
    expect(existsSync(dataDir)).toBe(true);
  }, 60_000);

  test('when the bot dies, then the screens stop too and its name is told', async () => {
    const { screens, botUrl, broken } = await start({ roles: ['leerkracht'] });
    await answers(botUrl.replace('/api/messages', '/die'));
    expect((await broken).name).toBe('De bot');
    expect(await answers(screens[0]?.url ?? '')).toBe(false);
  }, 60_000);

  test('given a bot that cannot start, then its last words are told', async () => {
    await writeFile(botScript, "console.error('DIRECTORY_FILE: ontbreekt'); process.exit(1);");
    await expect(start()).rejects.toThrow('DIRECTORY_FILE: ontbreekt');
  });

  test('given a port that is taken, then the message names the port and the cure', async () => {
    taken = createServer();
    const port = await new Promise<number>((ready) => {
      taken?.listen(0, '127.0.0.1', () => {
        const address = taken?.address();
        ready(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    await expect(start({ botPort: port })).rejects.toThrow(
      new DemoProblem(
        `Poort ${port} is al in gebruik. Sluit het programma dat daar draait (misschien nog een demo), of kies een andere poort met --port.`,
      ),
    );
    await expect(start({ firstPlaygroundPort: port })).rejects.toThrow('--playground-port');
  });

  test('given no built bot or no Playground, then the message says what to run', async () => {
    await expect(start({ botScript: join(folder, 'none.js') })).rejects.toThrow('npm run build');
    const nothing = (): string => {
      throw new Error('not found');
    };
    expect(() => playgroundScript(nothing)).toThrow('npm install');
  });

  test('when it is stopped while it starts, then nothing is left running', async () => {
    const pidFile = join(folder, 'pid');
    await writeFile(
      botScript,
      `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000)`,
    );
    await expect(start({ signal: AbortSignal.timeout(1_000) })).rejects.toThrow(
      'De demo is gestopt tijdens het starten.',
    );
    const pid = Number(await readFile(pidFile, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('each Playground knows exactly five others, all from the directory while it lasts', async () => {
    const directory = await directoryOf();
    const [teacher] = castOf(directory);
    if (teacher === undefined) throw new Error('no teacher');
    const usersOf = (people: Parameters<typeof playgroundConfig>[2]): { name: string }[] =>
      (JSON.parse(playgroundConfig('t', teacher.person, people)) as { users: { name: string }[] }).users;
    const known = usersOf(everybody(directory));
    expect(known).toHaveLength(5);
    expect(known.map(({ name }) => name)).not.toContain('Marieke Jansen');
    expect(usersOf([]).map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((number) => `Voorbeeld ${number}`));
  });

  test('the announcement gives name, Dutch role and address of each screen', async () => {
    const screens = castOf(await directoryOf()).map((player, index) => ({
      ...player,
      url: `http://localhost:${index}`,
    }));
    const text = announcement({ screens, dataDir: '/kept' }, true);
    expect(text).toMatch(/Ilse ter Braak +intern begeleider +http:\/\/localhost:1/);
    expect(text).toContain('/kept');
    expect(text).toContain('alleen verzonnen namen');
  });

  test('the command line is read, and an unknown option shows the usage', () => {
    expect(readArguments(['--data', 'mijn', '--port', '4000'])).toEqual({ dataDir: 'mijn', botPort: 4000 });
    expect(readArguments(['--help'])).toBe('help');
    expect(() => readArguments(['--poort', '1'])).toThrow('Gebruik: npm run demo');
    expect(() => readArguments(['--port', '99999'])).toThrow('poortnummer');
  });
});
