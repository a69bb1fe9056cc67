import type { CaseEvent } from '../protocol/caseFile';
import type { Sources } from './sources';

/** Parts of facts in which somebody typed a name. */
const namedIn = [
  'sourceName',
  'withName',
  'spokeWith',
  'expert',
  'parent',
  'person',
  'present',
  'second',
  'reportedBy',
  'calledBy',
  'accusedName',
  'helperName',
  'veiligThuisName',
  'objectionOf',
  'who',
  'name',
] as const;

/** Words that stand in such a part and name nobody. */
const nobody =
  /^(de|het|een|en|van|der|den|ten|ter|te|in|op|bij|met|moeder|vader|ouder|ouders|oma|opa|juf|meester|buurvrouw|buurman|veilig|thuis|school|leerkracht|arts|zus|broer)$/i;
const SHORTEST = 2;

const typedNames = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(typedNames);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string' && (namedIn as readonly string[]).includes(key) ? [part] : typedNames(part),
  );
};

const wordsOf = (name: string): readonly string[] => name.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
const isName = (word: string): boolean => word.length >= SHORTEST && /^\p{Lu}/u.test(word) && !nobody.test(word);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every word that the file knows to be part of a name, longest first: of the pupil, colleagues, the school, and names typed where one belongs. */
const namesIn = ({ file, entries, school }: Sources): readonly string[] => {
  const typed = entries.flatMap(({ event }: { event: CaseEvent }) => typedNames(event));
  const known = [
    file.pupil.name,
    school.name,
    school.boardName,
    file.number,
    ...school.colleagues.map(({ name }) => name),
  ];
  const inSchool = wordsOf(school.name).filter((word) => /^(basisschool|school)$/i.test(word));
  return [...new Set([...known, ...typed].flatMap(wordsOf).filter(isName))]
    .filter((word) => !inSchool.includes(word))
    .sort((a, b) => b.length - a.length);
};

/** Tells whether a text names somebody else than the pupil, as far as the file knows who is named. */
export const namesOther = (sources: Sources): ((text: string) => boolean) => {
  const { pupil, number } = sources.file;
  const own = [pupil.name, number, sources.school.name, sources.school.boardName].flatMap(wordsOf);
  const others = namesIn(sources).filter((word) => !own.some((one) => one.toLowerCase() === word.toLowerCase()));
  if (others.length === 0) return () => false;
  const found = new RegExp(`(?<![\\p{L}])(${others.map(escaped).join('|')})(s|’s|'s)?(?![\\p{L}])`, 'iu');
  return (text) => found.test(text);
};

/**
 * Takes every name that the file knows out of a text. Also days, phone numbers and addresses. Names of which the file does
 * not know that they are names stay.
 */
export const nameless = (sources: Sources): ((text: string) => string) => {
  const words = namesIn(sources);
  const names =
    words.length > 0
      ? new RegExp(`(?<![\\p{L}])(${words.map(escaped).join('|')})(s|’s|'s)?(?![\\p{L}])`, 'giu')
      : undefined;
  const withoutPlaces = (text: string): string =>
    text
      .replace(/\b\d{1,2}[-/ ](\d{1,2}|[a-z]{3,9})[-/ ]\d{2,4}\b/gi, '[dag]')
      .replace(/\b\d{4}\s?[A-Z]{2}\b/g, '[adres]')
      .replace(/(?:\+31|\b0)[\d -]{8,12}\d\b/g, '[nummer]')
      .replace(/\S+@\S+\.\S+/g, '[adres]');
  const withoutNames = (text: string): string => (names ? text.replace(names, '[naam]') : text);
  return (text) =>
    withoutNames(withoutPlaces(text)).replace(/\[naam\](\s+((van|de|der|den|ten|ter|te)\s+)*\[naam\])+/g, '[naam]');
};
