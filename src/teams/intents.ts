/** What somebody means by a typed line. `detail`: what they wrote about their concern. */
export type Intent =
  | { means: 'worried'; detail?: string }
  /** Something more about a child of whom there is a case. */
  | { means: 'signal'; detail?: string }
  | {
      means:
        | 'overview'
        | 'myCases'
        | 'myRequests'
        | 'definitions'
        | 'privacy'
        | 'figures'
        | 'actions'
        | 'help'
        | 'practice'
        | 'digestOn'
        | 'digestOff'
        | 'inEnglish'
        | 'inDutch'
        | 'emergency'
        | 'stop'
        | 'about';
    }
  | { means: 'unknown' };

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Number of letters to add, drop, change or swap with a neighbour (optimal string alignment). */
export const distance = (a: string, b: string): number => {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Math.max(i, j);
  for (let j = 1; j <= b.length; j += 1) {
    rows[0]?.push(j);
    for (let i = 1; i <= a.length; i += 1) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row) row[j] = least;
    }
  }
  return at(a.length, b.length);
};

type Means = Exclude<Intent['means'], 'worried' | 'signal' | 'unknown'>;
const commands: Readonly<Record<Means, readonly string[]>> = {
  overview: ['overzicht', 'verder', 'waar was ik', 'terug', 'menu', 'overview', 'where was i', 'go on', 'back'],
  myCases: ['mijn zaken', 'zaken', 'dossiers', 'mijn dossiers', 'my cases', 'cases', 'my files'],
  myRequests: ['mijn verzoeken', 'verzoeken', 'wat wacht op mij', 'my requests', 'requests', 'what waits for me'],
  definitions: ['begrippen', 'begrip', 'uitleg begrippen', 'wat betekent', 'terms', 'definitions', 'what does it mean'],
  inEnglish: ['english', 'in english', 'engels', 'in het engels', 'speak english'],
  inDutch: ['nederlands', 'in het nederlands', 'dutch', 'in dutch', 'speak dutch'],
  figures: ['cijfers', 'statistiek', 'jaarcijfers', 'audit', 'figures', 'statistics'],
  actions: ['acties', 'actielijst', 'mijn acties', 'actions', 'list of actions', 'my actions'],
  privacy: ['privacy', 'avg'],
  digestOn: ['dagbericht aan', 'dagbericht', 'elke dag een bericht', 'daily message on', 'daily message'],
  digestOff: [
    'dagbericht uit',
    'geen dagbericht',
    'stop dagbericht',
    'niet meer elke dag',
    'daily message off',
    'no daily message',
  ],
  help: [
    'hulp',
    'help',
    'hoi',
    'hallo',
    'hello',
    'hi',
    'hey',
    'goedemorgen',
    'goedemiddag',
    'start',
    'wat kun je',
    'info',
  ],
  practice: [
    'oefenen',
    'oefenmodus',
    'oefening',
    'ik wil oefenen',
    'eerst oefenen',
    'practise',
    'practice',
    'i want to practise',
    'practise first',
  ],
  emergency: ['nood', 'noodsituatie', 'spoed', 'sos', 'alarm', 'emergency', 'urgent'],
  stop: ['stop', 'stoppen', 'annuleer', 'annuleren', 'klaar', 'pauze', 'doei', 'pause', 'bye', 'cancel'],
  about: ['over', 'over dit protocol', 'protocol', 'meldcode', 'versie', 'about', 'about the meldcode', 'version'],
};

/** Words that never wait for a form. */
const danger =
  /\b(112|acuut|nu in gevaar|direct gevaar|levensgevaar|bloedt|\w*wurg\w*|mes|vuurwapen|pistool|dreigt nu|zelfmoord|suicide|in danger now|immediate danger|life threatening|bleeding|strangl\w*|knife|gun|kill \w+self)\b/;

const worries = [
  'ik maak me zorgen',
  'ik maak mij zorgen',
  'ik maak me grote zorgen',
  'ik heb zorgen',
  'ik heb een zorg',
  'ik heb een vermoeden',
  'ik ben bezorgd',
  'ik ben ongerust',
  'ik vertrouw het niet',
  'ik wil iets melden',
  'ik wil een zorg melden',
  'maak me zorgen',
  'zorg melden',
  'nieuwe zorg',
  'zorgen',
  'zorg',
  'i am worried',
  'i m worried',
  'im worried',
  'i am concerned',
  'i have a concern',
  'i want to report',
  'new concern',
  'concern',
];
const signals = [
  'signaal vastleggen',
  'signaal toevoegen',
  'nieuw signaal',
  'nog een signaal',
  'signaal erbij',
  'signaal',
  'record a signal',
  'new signal',
  'another signal',
  'signal',
];
const sightings =
  /^(ik (zag|hoorde|zie|hoor|merk|merkte)|vandaag (zag|hoorde) ik|een kind vertelde|er is iets met|i (saw|heard|notice|noticed|see|hear)|today i (saw|heard)|a child told)\b/;

const tolerance = (phrase: string): number => (phrase.length <= 4 ? 0 : phrase.length <= 8 ? 1 : 2);
const isLike = (said: string, phrase: string): boolean =>
  said === phrase || (Math.abs(said.length - phrase.length) <= 2 && distance(said, phrase) <= tolerance(phrase));

/** One of these sentences at the beginning of a line, typing errors allowed; gives how many words it took. */
const wordsOf = (phrases: readonly string[], words: readonly string[]): number => {
  for (const phrase of phrases) {
    const length = phrase.split(' ').length;
    if (words.length >= length && isLike(words.slice(0, length).join(' '), phrase)) return length;
  }
  return 0;
};

const joining = /^[\s,.:;–-]*(?:(?:over|omdat|want|om|dat|van|bij|voor|about|because|that|for|of)\b\s*)?/i;

const detailAfter = (text: string, words: number): string => {
  let rest = text.trim();
  for (let i = 0; i < words; i += 1) rest = rest.replace(/^[^\p{L}\p{N}]*[\p{L}\p{N}'’]+/u, '');
  const joined = rest.replace(/^[\s,.:;!–-]+/, '');
  const about = rest.replace(joining, '');
  // "over Sam" reads better as "Sam"; "omdat hij …" keeps its meaning without the word as well.
  return (about.length > 2 ? about : joined).trim();
};

/** Reads a typed line. Nothing of it is kept by reading it. */
export const intentOf = (text: string): Intent => {
  const said = bare(text);
  if (said === '') return { means: 'help' };
  for (const [means, phrases] of Object.entries(commands) as [Means, readonly string[]][])
    // keys of `commands` are Means
    if (phrases.some((phrase) => isLike(said, phrase))) return { means };
  const words = said.split(' ');
  for (const [means, phrases] of [
    ['worried', worries],
    ['signal', signals],
  ] as const) {
    const taken = wordsOf(phrases, words);
    const detail = taken > 0 ? detailAfter(text, taken) : '';
    if (taken > 0) return { means, ...(detail && { detail }) };
  }
  if (sightings.test(said)) return { means: 'worried', detail: text.trim() };
  return danger.test(said) ? { means: 'emergency' } : { means: 'unknown' };
};

/** Does the line speak of danger now? Then the emergency card comes first, whatever else was meant. */
export const speaksOfDanger = (text: string): boolean => danger.test(bare(text));
