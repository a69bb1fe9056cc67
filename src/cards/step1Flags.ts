import { flags, type Flag } from '../protocol/step1Signals';
import { callLink } from './callLink';
import type { Tongue } from '../text/tongue';
import type { FormContext } from './context';

/** Suspicions in one line, as part of a sentence. */
export const flagWords = (t: Tongue, which: readonly Flag[]): string =>
  which.map((flag) => t(flags[flag]).toLowerCase()).join(', ');

/** Which suggestions a card showed, as a reference; `none` when there was nothing. */
export const flagsShown = (which: readonly Flag[]): string => which.join(':') || 'none';
const isFlag = (text: string): text is Flag => Object.hasOwn(flags, text);
export const flagsIn = (shown: string): readonly Flag[] => shown.split(':').filter(isFlag);

/** What can't wait in steps 1 and 2, for a TextBlock of our own words; '' when nothing is in the way. */
export const flagWarning = ({ t, file, school }: Pick<FormContext, 'file' | 'school' | 't'>): string => {
  const { suggested, flags: confirmed } = file.signals;
  const uncalled = file.consult.veiligThuis.count === 0;
  if (confirmed.length > 0 && uncalled)
    return t('Er is een vermoeden van {flag}. Bel met spoed Veilig Thuis: {callLink}. Praat nog niet met een ouder.', {
      flag: flagWords(t, confirmed),
      callLink: callLink(school),
    });
  if (suggested.length > 0)
    return t('Een signaal kan wijzen op {flag}. Kijk eerst of dat vermoeden klopt. Praat nog niet met een ouder.', {
      flag: flagWords(t, suggested),
    });
  return '';
};
