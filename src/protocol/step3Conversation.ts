import type { CaseFile, Recorded } from './caseFile';
import type { Refusal } from './decision';
import type { PersonId } from './roles';
import type { ChildVoice } from './step1Signals';
import type { Recognition } from './step2Consult';
import type { Instant, LocalDate } from './time';

/** a talk with a parent, with the pupil, or with both. */
export const talkPartners = {
  ouder: 'Ouder of verzorger',
  leerling: 'Leerling',
  beiden: 'Ouder en leerling samen',
} as const;

export type TalkPartner = keyof typeof talkPartners;

/** Protocol step 3, the five points, in their order: reaction before interpretation. */
export const talkGuide = [
  { title: 'Doel', text: 'Vertel waarom je dit gesprek wilt.' },
  { title: 'Feiten', text: 'Zeg wat je zag en hoorde. Blijf bij de feiten.' },
  { title: 'Reactie', text: 'Vraag de ouder om te reageren. Luister.' },
  { title: 'Uitleg', text: 'Geef pas daarna, als het nodig is en kan, jouw uitleg van wat je zag.' },
  { title: 'Vastleggen', text: 'Leg het gesprek vast en vraag iedereen om te ondertekenen.' },
] as const;

/** Questions that help to ask on. */
export const talkQuestions = [
  'Herkent u dit?',
  'Hoe doet uw kind thuis?',
  'Hoe reageert u daar dan op?',
  'Hoe gaat het opvoeden thuis?',
  'Hoe reageert uw kind daarop?',
  'Hoe heeft uw kind zich tot nu toe ontwikkeld?',
  'Wat vindt u daarvan?',
  'Hoe is het voor u om ouder te zijn?',
] as const;

export const talkOutcomes = {
  verduidelijkt: 'De zorgen zijn duidelijker geworden',
  bekrachtigd: 'De zorgen zijn sterker geworden',
  ontkracht: 'De zorgen zijn minder geworden',
  onveranderd: 'De zorgen zijn hetzelfde',
  'andere-oorzaak': 'De zorgen hebben een andere oorzaak',
} as const;

export type TalkOutcome = keyof typeof talkOutcomes;

/** a signature is asked for and its status recorded; nobody has to sign. */
export const signatureStates = {
  gevraagd: 'Gevraagd',
  ondertekend: 'Ondertekend',
  gezien: 'Gezien, niet ondertekend',
  geweigerd: 'Geweigerd',
  'niet-gevraagd': 'Niet gevraagd',
} as const;

export type SignatureState = keyof typeof signatureStates;

/** Protocol "Geen gesprek": the closed list of two grounds. Not the list of step 5. */
export const waiverGrounds = {
  veiligheid: 'De veiligheid van de ouder, de leerling, jezelf of een ander is in gevaar',
  'contact-verbroken':
    'Je hebt goede redenen om te denken dat de ouder het contact verbreekt en het kind van school haalt',
} as const;

export type WaiverGround = keyof typeof waiverGrounds;

export const atRisk = { ouder: 'De ouder', leerling: 'De leerling', mijzelf: 'Ikzelf', ander: 'Een ander' } as const;

export type AtRisk = keyof typeof atRisk;

export type Talk = {
  id: string;
  with: TalkPartner;
  talkAt: Instant;
  place: string;
  present: string;
  second?: string;
  whyAlone?: string;
  goal: string;
  facts: string;
  reaction: string;
  interpretation?: string;
  agreements: string;
  recognises?: Recognition;
  outcome: TalkOutcome;
  opportunities?: string;
  adviceClass?: string;
  adviceHome?: string;
  childVoice?: ChildVoice['words'];
};

export type Signature = { conversation: string; person: string; state: SignatureState; on: LocalDate; keptAt?: string };

export type TalkWaiver = {
  ground: WaiverGround;
  atRisk: readonly AtRisk[];
  reason: string;
  veiligThuisConsulted: boolean;
};

export type Step3Command =
  | { type: 'planConversation'; with: TalkPartner; talkAt: Instant; second?: PersonId }
  | ({ type: 'recordConversation' } & Talk)
  | ({ type: 'recordSignature' } & Signature)
  | ({ type: 'waiveConversation' } & TalkWaiver);

export type Step3Event =
  | Recorded<'ConversationPlanned', { with: TalkPartner; talkAt: Instant; second?: PersonId }>
  | Recorded<'ConversationRecorded', Talk>
  | Recorded<'SignatureRecorded', Signature>
  | Recorded<'ConversationWaived', TalkWaiver>;

export type ConversationState = {
  planned?: Instant;
  withParent: number;
  withPupil: number;
  alone: number;
  lastId?: string;
  lastAt?: Instant;
  lastOutcome?: TalkOutcome;
  otherCause: boolean;
  /** When a parent's talk showed that other cause. */
  otherCauseAt?: Instant;
  /** The first talk with a parent. */
  firstParentAt?: Instant;
  recognised: boolean;
  signaturesOpen: readonly string[];
  waived?: { ground: WaiverGround; at: Instant };
};

export const noConversations: ConversationState = {
  withParent: 0,
  withPupil: 0,
  alone: 0,
  otherCause: false,
  recognised: false,
  signaturesOpen: [],
};

/**
 * The hard gate (R-092, A-08, I-05): with one of the three flags, Veilig Thuis is spoken to before a talk with a parent.
 * Nobody can set it aside. A suggested flag counts until somebody has looked at it.
 */
export const preContactRefusal = (file: CaseFile, partner: TalkPartner, talkAt: Instant): Refusal | undefined => {
  if (partner === 'leerling') return undefined;
  const first = file.consult.veiligThuis.firstAt;
  const contactedBefore = first !== undefined && first < talkAt;
  if (file.signals.flags.length > 0 && !contactedBefore) return 'veilig-thuis-first';
  return file.signals.suggested.length > 0 && !contactedBefore ? 'flags-undecided' : undefined;
};

/** Were the signals discussed with a parent, or is one of the two grounds on record (I-14, second half)? */
export const signalsDiscussed = ({ conversations }: CaseFile): boolean =>
  conversations.withParent > 0 || conversations.waived !== undefined;
