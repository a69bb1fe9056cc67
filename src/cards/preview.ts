import { dutch, english } from '../text/tongue';
import type { Card } from './render';

/** What a preview or a lock screen shows of any card: that something waits, in the card's own language (I-20). */
export const previewOf = ({ lang }: Card): string => (lang === 'en' ? english : dutch).say.preview;
