import type { CaseFile, Recorded } from './caseFile';
import type { LocalDate } from './time';

/** Suspicions for which Veilig Thuis is called before any talk with a parent (protocol step 3 point 4, R-092). */
export const flags = {
  'seksueel-misbruik': 'Seksueel misbruik',
  vgv: '(Voorgenomen) vrouwelijke genitale verminking',
  eergerelateerd: 'Eergerelateerd geweld',
} as const;

export type Flag = keyof typeof flags;

export type Category = { title: string; items: readonly string[]; suggests?: readonly Flag[] };

/**
 * Default list of signals, in our own words (requirements 5.4; the handleiding is not part of the protocol, A-22).
 * Almost every signal can have another cause; the list supports, it does not prove.
 */
export const categories = {
  LW: {
    title: 'Lichaam en verzorging',
    items: [
      'onverklaard of herhaald letsel',
      'letsel op een ongewone plek of in een herkenbare vorm',
      'uitleg past niet bij het letsel',
      'onverzorgd, kleding past niet bij het weer',
      'vaak honger of zonder eten',
      'oververmoeid',
      'vaak ziek, buikpijn of hoofdpijn',
      'zorg van dokter of tandarts blijft uit',
      'opvallend dikker of dunner',
    ],
  },
  GK: {
    title: 'Gedrag van het kind',
    items: [
      'teruggetrokken',
      'ineens ander gedrag',
      'erg druk',
      'agressief of vernielend',
      'angstig of schrikachtig',
      'denkt slecht over zichzelf',
      'speelt geweld of seks na',
      'valt terug in ontwikkeling',
      'zorgt voor ouder, broertje of zusje',
      'wil niet naar huis',
      'vertelt zelf over thuis (onthulling)',
    ],
  },
  LE: {
    title: 'Leren en aanwezig zijn',
    items: [
      'prestaties dalen ineens',
      'kan zich niet concentreren',
      'vaak te laat of afwezig',
      'wisselt vaak van school',
    ],
  },
  RK: {
    title: 'Omgang met andere kinderen',
    items: ['wordt gemeden', 'wantrouwend', 'overheersend', 'neemt nooit iemand mee naar huis'],
  },
  RV: {
    title: 'Omgang met volwassenen',
    items: ['klampt zich vast', 'vermijdt aanraking', 'erg waakzaam', 'bang om zich om te kleden'],
  },
  OK: {
    title: 'Contact tussen ouder en kind',
    items: [
      'kind is anders bij de ouder',
      'ouder troost niet',
      'ouder vernedert of dreigt',
      'eisen passen niet bij het kind',
      'kind zorgt voor de ouder',
    ],
  },
  GO: {
    title: 'Gedrag van de ouder',
    items: [
      'onverschillig of afwijzend',
      'mijdt contact of afspraken',
      'vertelt steeds iets anders',
      'gespannen of onder invloed',
      'weigert toestemming of hulp',
    ],
  },
  GS: {
    title: 'Situatie van het gezin',
    items: [
      'geweld tussen (ex-)partners, bekend of vermoed',
      'verslaving of psychische problemen',
      'schulden of geen vaste woning',
      'staat alleen, verhuist vaak',
      'vechtscheiding',
      'ander kind had eerder hulp',
    ],
  },
  SM: {
    title: 'Seksueel misbruik',
    items: [
      'seksuele kennis of gedrag dat niet bij de leeftijd past',
      'bang voor aanraking of voor een persoon',
      'klachten in het onderlichaam',
      'ineens cadeaus of geheimen',
    ],
    suggests: ['seksueel-misbruik'],
  },
  HG: {
    title: 'Getuige van huiselijk geweld',
    items: [
      'beschermt een ouder',
      'bang voor ruzie',
      'voelt zich overal verantwoordelijk voor',
      'speelt geweld tegen een ouder na',
    ],
  },
  VG: {
    title: 'Genitale verminking, eer of huwelijksdwang',
    items: [
      'lange reis naar land van herkomst aangekondigd',
      'veranderd na een reis',
      'familie houdt toezicht',
      'bang voor schande',
      'meisje wordt thuisgehouden',
    ],
    suggests: ['vgv', 'eergerelateerd'],
  },
  BF: {
    title: 'Wat beschermt',
    items: [
      'volwassene die steunt',
      'open contact met de ouder',
      'heeft een vriend of vriendin',
      'er is al hulp',
      'ouder herkent de zorg',
    ],
  },
} as const satisfies Record<string, Category>;

export type CategoryCode = keyof typeof categories;

export const categoryOf = (code: CategoryCode): (typeof categories)[CategoryCode] => categories[code];
/** Suspicions to which a signal of this category points. */
export const suggestedBy = (code: CategoryCode): readonly Flag[] => {
  const category: Category = categories[code];
  return category.suggests ?? [];
};

/** Signals that confirm or refute. */
export const directions = {
  'wijst-op-zorg': 'Geeft zorg',
  'spreekt-tegen': 'Stelt gerust',
  onduidelijk: 'Nog niet duidelijk',
} as const;

export type Direction = keyof typeof directions;

/** Where the information comes from; named again when reporting. */
export const sources = {
  zelf: 'Zelf gezien of gehoord',
  collega: 'Van een collega',
  kind: 'Van het kind',
  ouder: 'Van een ouder',
  derde: 'Van iemand anders',
} as const;

export type Source = keyof typeof sources;

/** Facts, statements of others and opinions are kept apart (I-27). */
export const natures = {
  feit: 'Feit: dit zag of hoorde ik',
  uitspraak: 'Uitspraak: dit zei iemand',
  mening: 'Indruk: dit denk ik',
} as const;

export type Nature = keyof typeof natures;

export const settings = {
  klas: 'In de klas',
  plein: 'Op het plein',
  gym: 'Bij gym of zwemmen',
  'halen-brengen': 'Bij halen of brengen',
  'ouder-kind': 'Tussen ouder en kind',
  huisbezoek: 'Op huisbezoek',
  gesprek: 'In een gesprek',
  anders: 'Ergens anders',
} as const;

export type Setting = keyof typeof settings;

/** the school's own instrument or the list of signals. */
export const instruments = {
  signalenlijst: 'Signalenlijst bij de meldcode',
  eigen: 'Eigen instrument van de school',
  geen: 'Nog geen instrument',
} as const;

export type Instrument = keyof typeof instruments;

export const contactWays = {
  gesprek: 'Gesprek',
  telefoon: 'Telefoon',
  mail: 'E-mail of app',
  anders: 'Anders',
} as const;

export type ContactWay = keyof typeof contactWays;

/** With whom there was contact; a short chat at the school gate is a contact, not the talk of step 3. */
export const contactRoles = {
  ouder: 'Ouder of verzorger',
  kind: 'Leerling',
  collega: 'Collega',
  'veilig-thuis': 'Veilig Thuis',
  hulpverlener: 'Hulpverlener',
  anders: 'Iemand anders',
} as const;

export type ContactRole = keyof typeof contactRoles;

export type Signal = {
  text: string;
  direction: Direction;
  category: CategoryCode;
  source: Source;
  sourceName?: string;
  nature: Nature;
  setting: Setting;
  happenedOn: LocalDate;
};

export type Contact = { withName: string; withRole: ContactRole; way: ContactWay; on: LocalDate; content: string };

export type ChildVoice = { words: string; on: LocalDate; during: Setting };

export type Step1Command =
  | ({ type: 'recordSignal' } & Signal)
  /** `shown`: the suggestions that the person saw; one that came later is not decided upon unseen. */
  | { type: 'confirmFlags'; flags: readonly Flag[]; shown?: readonly Flag[]; reason?: string }
  | ({ type: 'recordContact' } & Contact)
  | ({ type: 'recordChildVoice' } & ChildVoice)
  | { type: 'mapSignals'; instrument: Instrument; instrumentName?: string };

export type Step1Event =
  | Recorded<'SignalRecorded', Signal>
  | Recorded<'FlagsConfirmed', { flags: readonly Flag[]; reason?: string }>
  | Recorded<'ContactRecorded', Contact>
  | Recorded<'ChildVoiceRecorded', ChildVoice>
  | Recorded<'SignalsMapped', { instrument: Instrument; instrumentName?: string }>;

export type SignalsState = {
  concern: number;
  against: number;
  unclear: number;
  /** Flags that a signal points to and that nobody has confirmed or put aside yet. */
  suggested: readonly Flag[];
  flags: readonly Flag[];
  mapped: number;
  contacts: number;
  lastParentContact?: LocalDate;
  childVoices: number;
};

export const noSignals: SignalsState = {
  concern: 0,
  against: 0,
  unclear: 0,
  suggested: [],
  flags: [],
  mapped: 0,
  contacts: 0,
  childVoices: 0,
};

export const countSignals = ({ signals }: CaseFile): number => signals.concern + signals.against + signals.unclear;
