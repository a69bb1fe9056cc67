import { StoredItemDamaged } from '../casefile/caseStore';
import { verifyStore } from '../casefile/whole/verifyStore';
import { inWords, progressTo } from './counting';
import { openEnd, placeIn } from './openEnd';
import { runCommand, type Command } from './runCommand';

const NAMED = 5;
const goneInWords = (gone: readonly string[]): string => {
  const more = gone.length > NAMED ? ' en meer' : '';
  return `Let op: bij ${gone.length} sleutel(s) is geen dossier (${gone.slice(0, NAMED).join(', ')}${more}). Staat het in een kopie? Dan is het hier weggehaald. Anders kon het beginnen van een zaak toen niet af.`;
};

/** Checks the store of the environment: every head, event, due item and value. The bot may go on meanwhile. */
export const verify: Command = async ({ config, say }) => {
  const { records, master } = await openEnd(config, placeIn(config));
  try {
    const verdict = await verifyStore(records, master, progressTo(say));
    if ('whole' in verdict) {
      say(`Alles is heel. ${inWords(verdict.whole)}.`);
      if (verdict.gone.length > 0) say(goneInWords(verdict.gone));
      return 0;
    }
    const { broken, before } = verdict;
    say(
      broken instanceof StoredItemDamaged
        ? `Beschadigd: dossier ${broken.caseId} (${broken.item}). Zet een kopie terug; verander zelf niets.`
        : 'Beschadigd: een van de overige gegevens. Alle dossiers zijn heel.',
    );
    say(`Tot daar was alles heel. ${inWords(before)}.`);
    return 1;
  } finally {
    await records.close();
  }
};

if (require.main === module) void runCommand(verify, process.argv.slice(2)).then((code) => process.exit(code));
