import { parseArgs } from 'node:util';
import { DemoProblem } from './demo/demoProblem';
import { startDemo, type Demo, type DemoOptions } from './demo/startDemo';
import { roles } from './protocol/roles';

export { startDemo, DemoProblem };
export type { Demo, DemoOptions };

const usage = `Gebruik: npm run demo -- [opties]
  --data MAP              bewaar de dossiers in deze map (anders: een tijdelijke map die na afloop weg is)
  --directory BESTAND     scholen en mensen (anders: docs/directory.example.json)
  --port N                poort van de bot (anders: 3978)
  --playground-port N     poort van het eerste scherm (anders: 56150)
  --log NIVEAU            hoeveel de bot in zijn logboek zet (anders: info)`;

const portOf = (text: string, option: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new DemoProblem(`${option} moet een poortnummer zijn, zoals 3978.`);
};

/** Reads the command line; throws DemoProblem with the usage when it is not understood. */
export const readArguments = (args: readonly string[]): DemoOptions | 'help' => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ data: text, directory: text, port: text, 'playground-port': text, log: text },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return 'help';
    return {
      ...(values.data !== undefined && { dataDir: values.data }),
      ...(values.directory !== undefined && { directoryFile: values.directory }),
      ...(values.port !== undefined && { botPort: portOf(values.port, '--port') }),
      ...(values['playground-port'] !== undefined && {
        firstPlaygroundPort: portOf(values['playground-port'], '--playground-port'),
      }),
      ...(values.log !== undefined && { logLevel: values.log }),
    };
  } catch (error) {
    if (error instanceof DemoProblem) throw error;
    throw new DemoProblem(`Deze opties kent de demo niet.\n${usage}`);
  }
};

/** What the person at the keyboard reads when every screen can be opened. */
export const announcement = ({ screens, dataDir }: Pick<Demo, 'screens' | 'dataDir'>, kept: boolean): string => {
  const width = Math.max(...screens.map(({ person }) => person.name.length));
  return [
    'De demo draait. Open elk adres in een eigen tabblad:',
    ...screens.map(
      ({ person, role, url }) => `  ${person.name.padEnd(width)}  ${roles[role].toLowerCase().padEnd(17)}  ${url}`,
    ),
    'Typ ‘tijdreis 5 werkdagen’ of ‘tijdreis 2 weken’ om de klok vooruit te zetten en herinneringen te zien komen.',
    'Open eerst alle tabbladen: zo leert de bot iedereen kennen. Herlaad ze daarna niet.',
    kept ? `De dossiers blijven bewaard in ${dataDir}.` : 'De dossiers zijn weg als de demo stopt.',
    // The Playground listens on every address of the computer and has no setting for that.
    'Anderen in dit netwerk kunnen de schermen ook openen: gebruik alleen verzonnen namen en gebeurtenissen.',
    'Ctrl-C stopt alles.',
  ].join('\n');
};

const aborted = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined));
  });

const main = async (): Promise<number> => {
  try {
    const options = readArguments(process.argv.slice(2));
    if (options === 'help') {
      console.log(usage);
      return 0;
    }
    const asked = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => asked.abort());
    const demo = await startDemo({ ...options, signal: asked.signal });
    console.log(announcement(demo, options.dataDir !== undefined));
    const broken = await Promise.race([demo.broken, aborted(asked.signal)]);
    if (broken !== undefined) {
      console.error(
        `${broken.name} is onverwacht gestopt; de demo is daarom helemaal gestopt.\n${broken.log.slice(-2_000)}`,
      );
      return 1;
    }
    await demo.stop();
    console.log('De demo is gestopt.');
    return 0;
  } catch (error) {
    if (!(error instanceof DemoProblem)) throw error;
    console.error(error.message);
    return 1;
  }
};

if (require.main === module) void main().then((code) => process.exit(code));
