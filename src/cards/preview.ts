import { dutch, english, type Tongue } from '../text/tongue';
import type { Card } from './render';

/** What a preview or a lock screen shows of anything: that something waits (I-20). */
export const previewFor = ({ say }: Tongue): string => say.preview;
/** The same of a card, in the card's own language. */
export const previewOf = ({ lang }: Card): string => previewFor(lang === 'en' ? english : dutch);
