import { parseArgs } from 'node:util';
import { copyStore } from '../casefile/whole/copyStore';
import { inWords, progressTo } from './counting';
import { openEnd, placeOf, type Place } from './openEnd';
import { runCommand, type Command } from './runCommand';
import { UpkeepProblem } from './upkeepProblem';

const usage = `Gebruik: npm run copy -- --from PLAATS --to PLAATS
  PLAATS is sqlite:MAP (de map met meldcode.sqlite en master.key) of cosmos (het account uit de omgeving).
  Stop de bot eerst. Is het kopiëren afgebroken, geef dan hetzelfde commando: het gaat verder waar het was.`;

const endsOf = (args: readonly string[]): { from: Place; to: Place } => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { from: text, to: text } });
    return { from: placeOf(values.from, '--from'), to: placeOf(values.to, '--to') };
  } catch (error) {
    throw new UpkeepProblem(error instanceof UpkeepProblem ? `${error.message}\n${usage}` : usage);
  }
};

/** Copies one store to another, still sealed, and compares both at the end by count and by hash. */
export const copy: Command = async ({ config, args, say }) => {
  const places = endsOf(args);
  const from = await openEnd(config, places.from);
  try {
    const to = await openEnd(config, places.to, { asTarget: true });
    try {
      const comparing = progressTo(say, 'vergeleken: dossier');
      const counts = await copyStore(from, to, {
        copied: progressTo(say),
        compared: (cases) => comparing({ cases }),
      });
      say(`Gekopieerd en vergeleken: beide zijn gelijk. ${inWords(counts)}.`);
      return 0;
    } finally {
      await to.records.close();
    }
  } finally {
    await from.records.close();
  }
};

if (require.main === module) void runCommand(copy, process.argv.slice(2)).then((code) => process.exit(code));
