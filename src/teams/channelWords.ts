/** What somebody asks of the bot where others read along. `school`: the words that name one, if any. */
export type ChannelWish = { wants: 'lines'; school: string } | { wants: 'silence' } | { wants: 'other' };

/** Letters, digits and single spaces, in lower case. */
export const bareWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const about = '(?: (?:van|voor) (?:de |onze )?(?<school>.+))?';
const linesHere = [
  new RegExp(`^(?:(?:zet|stuur|plaats) )?(?:de |alle )?(?:berichten|meldingen) (?:graag )?hier${about}$`),
  new RegExp(`^(?:(?:zet|stuur|plaats) )?(?:de |alle )?(?:berichten|meldingen)${about} hier$`),
  new RegExp(`^dit (?:kanaal )?is (?:het kanaal )?voor (?:de |alle )?(?:berichten|meldingen)${about}$`),
];
const silence = /^(?:(?:geen|stop(?: met)?(?: de)?) (?:berichten|meldingen)(?: meer)?(?: hier)?|stop(?: hier)?)$/;
const anySchool = ['', 'school', 'de school', 'onze school'];

/** Reads a line in a channel for these two wishes and nothing else; what else it says stays unread and unkept. */
export const channelWishOf = (text: string): ChannelWish => {
  const said = bareWords(text);
  if (silence.test(said)) return { wants: 'silence' };
  for (const pattern of linesHere) {
    const found = pattern.exec(said);
    const school = found?.groups?.['school'] ?? '';
    if (found) return { wants: 'lines', school: anySchool.includes(school) ? '' : school };
  }
  return { wants: 'other' };
};
