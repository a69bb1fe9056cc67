import { everything, sentencesOf, wordsOf, type Words } from './words';

/** Long words that carry over from the law or the protocol; each is explained where it is used, or is a name. */
const termsOfArt = [
  'gegevensbescherming',
  'persoonsgegevens',
  'kindermishandeling',
  'klachtencommissie',
  'ouderenmishandeling',
  'groepsbespreking',
  'jeugdverpleegkundige',
  'letseldeskundige',
  'leerlingbespreking',
  'ondersteuningsroute',
  'plaatsvervangend',
  'privacyreglement',
  'protocolkindermishandeling',
  'toestemmingsformulier',
  'verantwoordingsdossier',
  'vertrouwensinspecteur',
  'vertrouwenspersoon',
  'verantwoordelijk',
  'verantwoordelijkheid',
  'wijkschoolcoach',
];

/** Office words, each with the plain one. */
const officeWords: Readonly<Record<string, string>> = {
  aangaande: 'over',
  alsmede: 'en',
  alvorens: 'voordat',
  betreffende: 'over',
  conform: 'volgens',
  derhalve: 'daarom',
  dient: 'moet',
  dienen: 'moeten',
  echter: 'maar',
  evenals: 'en',
  hetgeen: 'wat',
  indien: 'als',
  inzake: 'over',
  jegens: 'tegen',
  middels: 'met',
  mits: 'als',
  nadien: 'daarna',
  omtrent: 'over',
  reeds: 'al',
  tenzij: 'behalve als',
  teneinde: 'om',
  tevens: 'ook',
  thans: 'nu',
  trachten: 'proberen',
  zodoende: 'zo',
};

const longestSentence = 20;
const longestWord = 15;
const tell = ({ where, text }: Words, what: string): string => `${where}: ${what} (${text.slice(0, 80)})`;
const words = (text: string): readonly string[] => wordsOf(text).map((word) => word.toLowerCase());

describe('given everything that the bot says', () => {
  test('then there is a lot of it, from templates, protocol and the bot itself', () => {
    const rooms = new Set(everything.map(({ where }) => where.split('/').slice(0, 2).join('/')));
    expect(everything.length).toBeGreaterThan(2000);
    expect([...rooms]).toEqual(expect.arrayContaining(['cards/shared', 'src/text', 'src/protocol', 'src/cards']));
  });

  test(`then no sentence has more than ${longestSentence} words`, () => {
    const long = everything.flatMap((one) =>
      sentencesOf(one.text)
        .filter((sentence) => wordsOf(sentence).length > longestSentence)
        .map((sentence) => tell(one, sentence)),
    );
    expect(long).toEqual([]);
  });

  test('then a long word is a term that belongs to the work', () => {
    const long = everything.flatMap((one) =>
      words(one.text)
        .flatMap((word) => word.split('-'))
        .filter((word) => /^\p{L}+$/u.test(word) && word.length > longestWord && !termsOfArt.includes(word))
        .map((word) => tell(one, word)),
    );
    expect(long).toEqual([]);
  });

  test('then every term that may be long is still used', () => {
    const used = new Set(everything.flatMap(({ text }) => words(text)));
    expect(termsOfArt.filter((term) => !used.has(term))).toEqual([]);
  });

  test('then no office word stands where a plain one says the same', () => {
    const office = everything.flatMap((one) =>
      words(one.text)
        .filter((word) => Object.hasOwn(officeWords, word))
        .map((word) => tell(one, `${word} → ${officeWords[word]}`)),
    );
    expect(office).toEqual([]);
  });

  test('then colleagues are addressed with je; u is for a question that they ask a parent, and a paper for parents', () => {
    const ours = everything.filter(({ where }) => where !== 'src/dossier/consentForm.ts');
    const formal = ours.filter(({ text }) => words(text).some((word) => word === 'u' || word === 'uw'));
    expect(formal.filter(({ text }) => !text.endsWith('?')).map((one) => tell(one, 'u'))).toEqual([]);
    expect([...new Set(formal.map(({ where }) => where))]).toEqual(['src/protocol/step3Conversation.ts']);
  });

  test('then no English is left, nor a short form that has to be known', () => {
    const english = /\b(the|and|please|submit|cancel|loading|error|step|case|report|yes|next|back|click)\b/i;
    const short = /\b(bijv|bv|enz|etc|i\.v\.m|d\.m\.v|o\.a|m\.b\.t|t\.a\.v|e\.d|ivm|dmv|mbt|tav)\b/i;
    const found = everything.filter(({ text }) => english.test(text) || short.test(text));
    expect(found.map((one) => tell(one, 'not Dutch, or short'))).toEqual([]);
  });

  test('then nobody is shouted at, and quotes are as Dutch has them', () => {
    // The mark of a practice must not be missed.
    const said = everything.map((one) => ({ ...one, text: one.text.replace(/^OEFENING:/, '') }));
    const loud = said.filter(({ text }) => /[A-Z]{6,}|!!|"/.test(text) || /(^|\s)'\S/.test(text));
    expect(loud.map((one) => tell(one, 'loud, or a straight quote'))).toEqual([]);
  });
});
