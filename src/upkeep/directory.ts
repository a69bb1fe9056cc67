import { parse } from 'csv-parse/sync';
import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readDirectoryData } from '../directory/directoryFile';
import { imported, ImportProblem, type Row } from '../directory/importing';
import { runCommand, type Command } from './runCommand';
import { UpkeepProblem } from './upkeepProblem';

const usage = `Gebruik: npm run directory -- [--schools BESTAND] [--people BESTAND] [--write]
  BESTAND is CSV (komma of puntkomma) of JSON. Zonder --write verandert er niets: je ziet alleen wat er zou veranderen.
  Mensen: school, id, name, roles (met | ertussen), group, absent, deputy. De lijst is het hele team van elke school erin.
  Scholen: id, name, subRegion.`;

type Asked = { schools?: string | undefined; people?: string | undefined; write?: boolean | undefined };
const askedIn = (args: readonly string[]): Asked => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { schools: text, people: text, write: { type: 'boolean' } },
    });
    return values;
  } catch {
    throw new UpkeepProblem(usage);
  }
};

const rowsIn = async (path: string | undefined): Promise<readonly Row[]> => {
  if (path === undefined) return [];
  try {
    const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
    const json = path.endsWith('.json');
    const rows: unknown = json
      ? JSON.parse(text)
      : parse(text, { columns: true, delimiter: [',', ';', '\t'], trim: true });
    if (!Array.isArray(rows)) throw new TypeError('no list');
    // A list of roles in JSON reads as one value with | between them.
    return rows.map((row: unknown) =>
      Object.fromEntries(
        Object.entries(row ?? {}).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join('|') : String(value),
        ]),
      ),
    );
  } catch (error) {
    const { code = 'geen lijst' } = error as { code?: string }; // any thrown value may have one
    throw new UpkeepProblem(`${path}: Dit bestand kan niet gelezen worden (fout: ${code}).`);
  }
};

/** Written beside it and put in its place in one step: the bot never reads half a file. The one before stays. */
const replace = async (path: string, text: string): Promise<void> => {
  const beside = `${path}.new`;
  await writeFile(beside, text, { mode: 0o600 });
  await copyFile(path, `${path}.before`);
  await rename(beside, path);
};

/** Shows what an import would change in the directory file, and with --write changes it, when the file is right then. */
export const directory: Command = async ({ config, args, say }) => {
  const asked = askedIn(args);
  if (asked.schools === undefined && asked.people === undefined) throw new UpkeepProblem(usage);
  const path = config.directoryFile;
  const [schools, people] = [await rowsIn(asked.schools), await rowsIn(asked.people)];
  try {
    const before: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    const { file, lines } = imported(before, { schools, people });
    const text = `${JSON.stringify(file, null, 2)}\n`;
    for (const line of lines) say(line);
    const read = readDirectoryData(text, path);
    if ('problems' in read) throw new ImportProblem(read.problems);
    if (lines.length === 0) say('Er verandert niets.');
    else if (asked.write) {
      await replace(path, text);
      say(`Geschreven naar ${path}. Wat er eerst stond, staat in ${path}.before.`);
    } else say('Dit is een proef: er is niets veranderd. Met --write wordt het geschreven.');
    return 0;
  } catch (error) {
    if (!(error instanceof ImportProblem)) throw error;
    for (const line of error.lines) say(line);
    say('Er is niets veranderd.');
    return 1;
  }
};

if (require.main === module) void runCommand(directory, process.argv.slice(2)).then((code) => process.exit(code));
