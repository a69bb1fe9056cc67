import type { CaseFile, Recorded } from './caseFile';
import { accept, refuse, said, type Decision, type Refusal } from './decision';
import type { Actor, PersonId } from './roles';
import type { ChildVoice } from './step1Signals';
import type { Recognition } from './step2Consult';
import { localDateOf, type Instant, type LocalDate } from './time';

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

export const decideConversation = (command: Step3Command, file: CaseFile, by: Actor, at: Instant): Decision => {
  switch (command.type) {
    case 'planConversation': {
      // with yourself you are still alone.
      if (command.second === by.id) return refuse('asked-yourself');
      const gate = preContactRefusal(file, command.with, at);
      return gate ? refuse(gate) : accept({ ...command, type: 'ConversationPlanned' });
    }
    case 'recordConversation': {
      if (command.talkAt > at) return refuse('in-the-future');
      const gate = preContactRefusal(file, command.with, command.talkAt);
      if (gate) return refuse(gate);
      if (!said(command.second) && !said(command.whyAlone)) return refuse('second-or-reason');
      return accept({ ...command, type: 'ConversationRecorded' });
    }
    case 'recordSignature':
      if (command.on > localDateOf(at)) return refuse('in-the-future');
      return file.conversations.signaturesOpen.includes(command.conversation) ||
        file.conversations.lastId === command.conversation
        ? accept({ ...command, type: 'SignatureRecorded' })
        : refuse('no-such-entry');
    case 'waiveConversation':
      if (command.ground === 'veiligheid' && command.atRisk.length === 0) return refuse('at-risk-needed');
      return accept({ ...command, type: 'ConversationWaived' });
  }
};

export const rememberConversation = (file: CaseFile, event: Step3Event): CaseFile => {
  const { conversations } = file;
  const now = (change: Partial<ConversationState>): CaseFile => ({
    ...file,
    conversations: { ...conversations, ...change },
  });
  switch (event.type) {
    case 'ConversationPlanned':
      return now({ planned: event.talkAt });
    case 'ConversationRecorded': {
      const parent = event.with !== 'leerling';
      const pupil = event.with !== 'ouder';
      const { planned: _held, ...rest } = conversations;
      const first = rest.firstParentAt;
      const talked: CaseFile = {
        ...file,
        conversations: {
          ...rest,
          withParent: rest.withParent + (parent ? 1 : 0),
          withPupil: rest.withPupil + (pupil ? 1 : 0),
          alone: rest.alone + (said(event.second) ? 0 : 1),
          ...(parent && { firstParentAt: first && first < event.talkAt ? first : event.talkAt }),
          lastId: event.id,
          lastAt: event.talkAt,
          lastOutcome: event.outcome,
          // it is the talk with the parent that shows another cause; the pupil's own words can only take that back.
          otherCause: event.outcome === 'andere-oorzaak' && (parent || rest.otherCause),
          ...(parent && event.outcome === 'andere-oorzaak' && { otherCauseAt: event.talkAt }),
          recognised: rest.recognised || (parent && event.recognises === 'ja'),
          signaturesOpen: [...rest.signaturesOpen, event.id],
        },
      };
      return parent ? heardFromParent(talked, localDateOf(event.talkAt)) : talked;
    }
    case 'SignatureRecorded':
      return now({
        signaturesOpen: conversations.signaturesOpen.filter(
          (id) => id !== event.conversation || event.state === 'gevraagd',
        ),
      });
    case 'ConversationWaived':
      return now({ waived: { ground: event.ground, at: event.at } });
  }
};

const heardFromParent = (file: CaseFile, on: LocalDate): CaseFile =>
  on > (file.signals.lastParentContact ?? '') ? { ...file, signals: { ...file.signals, lastParentContact: on } } : file;
