import type { Statistics } from '../casefile/statistics';
import type { Directory } from '../directory/directory';
import { bottleneckThemes, type BottleneckTheme } from '../protocol/closing';
import type { SchoolId } from '../protocol/roles';
import { schoolYearOf } from '../protocol/statistics';
import { localDateOf, type Instant } from '../protocol/time';
import type { Tongue } from '../text/tongue';
import { figuresFor } from './figuresCard';

type Tools = { directory: Directory; statistics: Pick<Statistics, 'read'>; now: () => Instant };

const isTheme = (answer: string | undefined): answer is BottleneckTheme =>
  answer !== undefined && Object.hasOwn(bottleneckThemes, answer);

/**
 * The knelpunten of this school year beside the list, so that an action can come of them: themes only, never
 * what was written. Whoever leads the school hears what was named in its files at all, those for two left out, which not every
 * leader may read; the board hears what is large enough to tell.
 */
export const bottlenecksBeside = async (
  tools: Tools,
  t: Tongue,
  school: SchoolId,
  leads: boolean,
): Promise<{ line: string; themes: readonly BottleneckTheme[] }> => {
  const year = schoolYearOf(localDateOf(tools.now()));
  if (leads) {
    const tallies = await tools.statistics.read(school, year);
    const named = tallies.flatMap(({ route, forTwo, answers: { bottleneck } }) =>
      route === 'stappenplan' && !forTwo && isTheme(bottleneck) ? [bottleneck] : [],
    );
    const themes = [...new Set(named)];
    const words = themes.map((theme) => t(bottleneckThemes[theme]).toLowerCase()).join(', ');
    return {
      themes,
      line:
        themes.length === 0
          ? t('Dit schooljaar zijn nog geen knelpunten genoemd.')
          : t('Genoemd bij het sluiten van een zaak: {words}.', { words }),
    };
  }
  const { questions } = await figuresFor(tools, { school, year, part: 'knelpunten' });
  const asked = questions.find(({ name }) => name === 'bottleneck');
  const told = (asked?.answers ?? []).flatMap(({ answer, label, count }) =>
    isTheme(answer) && count !== undefined && count > 0 ? [{ theme: answer, label, count }] : [],
  );
  const words = told
    .map(({ label, count }) => t('{label} (ongeveer {count})', { label: t.ours(label).toLowerCase(), count }))
    .join(', ');
  return {
    themes: told.map(({ theme }) => theme),
    line:
      told.length === 0
        ? t('Er zijn te weinig knelpunten genoemd om er iets van te laten zien.')
        : t('Genoemd bij het sluiten van zaken: {words}.', { words }),
  };
};
