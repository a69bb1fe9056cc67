import type { CaseFile, Recorded } from './caseFile';
import { reportedSince } from './duty';
import type { PersonId } from './roles';
import type { SafetyFigure } from './safetyScale';
import type { Instant, LocalDate } from './time';

export const weighAnswers = { ja: 'Ja', nee: 'Nee', twijfel: 'Twijfel' } as const;

export type WeighAnswer = keyof typeof weighAnswers;

export type QuestionId = 'suspicion' | 'safety' | 'help' | 'acceptance' | 'result';

/**
 * Where an answer leads. `report`: a melding is needed, `direct` means now and by phone.
 * `togetherWith`: from here the questions are gone through with Veilig Thuis. `contact`: doubt, so call first, then answer again.
 */
export type Lead = {
  to: QuestionId | 'close' | 'decide' | 'plan' | 'monitor';
  report?: 'needed' | 'direct';
  togetherWith?: 'veilig-thuis';
  contact?: 'veilig-thuis';
};

export type Question = {
  id: QuestionId;
  number: 1 | 2 | 3 | 4 | 5;
  title: string;
  ask: string;
  help: string;
  leads: Readonly<Record<WeighAnswer, Lead>>;
};

/** Protocol step 4: the five weighing questions and where each answer leads. The whole of the afwegingskader is this table. */
export const questions = [
  {
    id: 'suspicion',
    number: 1,
    title: 'Vermoeden',
    ask: 'Heb je na stap 1, 2 en 3 een sterk vermoeden van huiselijk geweld of kindermishandeling?',
    help: 'Ja: de schoolleider moet het weten. Nee: er is geen actie nodig, je legt het dossier vast en sluit het. Twijfel je? Vraag advies aan Veilig Thuis.',
    leads: {
      nee: { to: 'close' },
      ja: { to: 'safety' },
      twijfel: { to: 'suspicion', contact: 'veilig-thuis' },
    },
  },
  {
    id: 'safety',
    number: 2,
    title: 'Veiligheid',
    ask: 'Schatten jullie als school in dat het kind acuut of structureel onveilig is?',
    help: 'Acuut: nu gevaar, of de komende dagen niet zeker veilig. Ook als een kind uit zichzelf vertelt over geweld thuis. Structureel: het komt steeds terug. Twijfel telt als ja.',
    leads: {
      nee: { to: 'help' },
      ja: { to: 'help', report: 'direct', togetherWith: 'veilig-thuis' },
      twijfel: { to: 'help', report: 'direct', togetherWith: 'veilig-thuis' },
    },
  },
  {
    id: 'help',
    number: 3,
    title: 'Hulp mogelijk',
    ask: 'Kan iemand op school of een partner goede hulp bieden of regelen, en stopt dan de dreiging?',
    help: 'Denk aan de intern begeleider of een hulpverlener. Een leerkracht alleen is niet genoeg. Is er genoeg zicht op wat er gebeurde? Kan het kind als het moet in veiligheid komen?',
    leads: {
      nee: { to: 'decide', report: 'needed' },
      ja: { to: 'acceptance' },
      twijfel: { to: 'help', contact: 'veilig-thuis' },
    },
  },
  {
    id: 'acceptance',
    number: 4,
    title: 'Hulp aanvaard',
    ask: 'Nemen de betrokkenen deze hulp aan en doen ze er actief aan mee?',
    help: 'Gaat het iedereen erom dat het geweld stopt? Doet één belangrijke persoon niet mee, dan is het antwoord nee.',
    leads: {
      nee: { to: 'decide', report: 'needed' },
      ja: { to: 'plan' },
      twijfel: { to: 'acceptance', contact: 'veilig-thuis' },
    },
  },
  {
    id: 'result',
    number: 5,
    title: 'Resultaat',
    ask: 'Geeft de hulp binnen de afgesproken termijn de afgesproken resultaten?',
    help: 'Kijk naar veiligheid, welzijn en herstel van iedereen om wie het gaat.',
    leads: {
      nee: { to: 'decide', report: 'needed' },
      ja: { to: 'monitor' },
      twijfel: { to: 'result', contact: 'veilig-thuis' },
    },
  },
] as const satisfies readonly Question[];

/** A question with its own words. */
export type Asked = Question & Pick<(typeof questions)[number], 'title' | 'ask' | 'help'>;
export const questionOf = (id: QuestionId): Asked => {
  const question = questions.find((one) => one.id === id);
  if (!question) throw new Error(`the afwegingskader has no question ${id}`);
  return question;
};

/** The kind of violence or neglect. */
export const harmKinds = {
  lichamelijk: 'Lichamelijk geweld',
  psychisch: 'Psychisch geweld',
  verwaarlozing: 'Verwaarlozing',
  seksueel: 'Seksueel misbruik',
  getuige: 'Getuige van huiselijk geweld',
  vgv: 'Vrouwelijke genitale verminking',
  eergerelateerd: 'Eergerelateerd geweld',
  huwelijksdwang: 'Huwelijksdwang',
  onbekend: 'Nog niet duidelijk',
} as const;

export type HarmKind = keyof typeof harmKinds;

export const riskLevels = { laag: 'Laag', matig: 'Matig', hoog: 'Hoog', onbekend: 'Nog niet in te schatten' } as const;

export type RiskLevel = keyof typeof riskLevels;

/** who can help. */
export const helperKinds = {
  ikzelf: 'Ikzelf',
  school: 'Iemand anders op school',
  keten: 'Een partner buiten school',
} as const;

export type HelperKind = keyof typeof helperKinds;

export const acceptances = {
  aanvaardt: 'Neemt de hulp aan',
  niet: 'Neemt de hulp niet aan',
  onbekend: 'Nog niet bekend',
} as const;

export type Acceptance = keyof typeof acceptances;

export const goalResults = { behaald: 'Behaald', deels: 'Deels', niet: 'Niet' } as const;

export type GoalResult = keyof typeof goalResults;

/** With whom at Veilig Thuis a question was gone through, and when (I-10). */
export type WithVeiligThuis = { veiligThuisName: string; veiligThuisOn: LocalDate };

export type Assessment = {
  risk: RiskLevel;
  riskText: string;
  nature: readonly HarmKind[];
  seriousness: string;
  childVoice?: string;
  /** How safe the child is in the weigher's eyes, and what protects it. */
  scale?: SafetyFigure;
  protects?: string;
  /** What the weigher makes of a refused consent. */
  refusalWeighed?: string;
};

type InRound = { round: number };

export type Step4Command =
  | { type: 'startWeighing'; reason: string }
  | ({ type: 'assessRisk' } & InRound & Assessment)
  | ({ type: 'weighSuspicion' } & InRound & { answer: WeighAnswer; explanation: string })
  | ({ type: 'weighSafety' } & InRound & { acute: WeighAnswer; structural: WeighAnswer; explanation: string })
  | ({ type: 'weighHelp' } & InRound &
      Partial<WithVeiligThuis> & {
        helper: HelperKind;
        helperName: string;
        effective: WeighAnswer;
        averts: WeighAnswer;
        explanation: string;
      })
  | ({ type: 'weighAcceptance' } & InRound &
      Partial<WithVeiligThuis> & {
        people: readonly { name: string; accepts: Acceptance }[];
        active: WeighAnswer;
        explanation: string;
      })
  | ({ type: 'weighResult' } & InRound &
      Partial<WithVeiligThuis> & {
        safety: WeighAnswer;
        welfare: WeighAnswer;
        recovery: WeighAnswer;
        goals: readonly GoalResult[];
        explanation: string;
      })
  | ({ type: 'confirmWeighing' } & InRound & { shown: number; remark?: string })
  | ({ type: 'requestTalk' } & InRound & { reason: string });

type Answered = InRound & Partial<WithVeiligThuis> & { answer: WeighAnswer; explanation: string; kader: string };

export type Step4Event =
  | Recorded<'WeighingStarted', InRound & { reason: string }>
  | Recorded<'RiskAssessed', InRound & Assessment>
  | Recorded<'SuspicionWeighed', Answered>
  | Recorded<'SafetyWeighed', Answered & { acute: WeighAnswer; structural: WeighAnswer }>
  | Recorded<
      'HelpWeighed',
      Answered & { helper: HelperKind; helperName: string; effective: WeighAnswer; averts: WeighAnswer }
    >
  | Recorded<
      'AcceptanceWeighed',
      Answered & { people: readonly { name: string; accepts: Acceptance }[]; active: WeighAnswer }
    >
  | Recorded<
      'ResultWeighed',
      Answered & { safety: WeighAnswer; welfare: WeighAnswer; recovery: WeighAnswer; goals: readonly GoalResult[] }
    >
  | Recorded<'WeighingConfirmed', InRound & { shown: number; remark?: string; questions: readonly QuestionId[] }>
  | Recorded<'TalkRequested', InRound & { reason: string }>;

export type Weighing = {
  round: number;
  assessed: boolean;
  answers: Partial<Record<QuestionId, WeighAnswer>>;
  /** How many answers were given in this round; the leader confirms what was shown, no more. */
  given: number;
  /** When the standing answer was given. */
  answeredAt: Partial<Record<QuestionId, Instant>>;
  authors: readonly PersonId[];
  confirmed: readonly QuestionId[];
  talkRequested: boolean;
};

export const newWeighing = (round: number): Weighing => ({
  round,
  assessed: false,
  answers: {},
  given: 0,
  answeredAt: {},
  authors: [],
  confirmed: [],
  talkRequested: false,
});

/** The first open place in the table: a question to answer (again), or where the answers end. */
export const leadOf = ({ answers }: Weighing): Lead => {
  let lead: Lead = { to: 'suspicion' };
  let together: Pick<Lead, 'togetherWith'> = {};
  for (const { id, leads } of questions) {
    if (lead.to !== id && !(id === 'result' && lead.to === 'plan')) continue;
    const answer = answers[id];
    if (!answer) return { ...lead, ...together };
    lead = leads[answer];
    if (lead.togetherWith) together = { togetherWith: lead.togetherWith };
    if (lead.to === id) return { ...lead, ...together };
  }
  return { ...lead, ...together };
};

/** From question 2 "ja of twijfel" on, the questions are gone through with Veilig Thuis. */
export const weighsTogether = ({ answers }: Weighing): boolean =>
  answers.safety === 'ja' || answers.safety === 'twijfel';

/** The answers that ask for a melding, with doubt counted as protection not assured. */
export const reportReasons = ({ answers }: Weighing): readonly QuestionId[] => {
  const found: QuestionId[] = [];
  if (answers.safety === 'ja' || answers.safety === 'twijfel') found.push('safety');
  for (const id of ['help', 'acceptance', 'result'] as const)
    if (answers[id] === 'nee' || answers[id] === 'twijfel') found.push(id);
  return found;
};

/** Did the questions come to an end? Doubt that still stands is no end. */
export const weighingEnded = (weighing: Weighing): boolean => {
  const { to } = leadOf(weighing);
  return to === 'close' || to === 'decide' || to === 'plan' || to === 'monitor';
};

/** without a suspicion the leader is told; otherwise the leader has confirmed every answer up to question 4. */
export const leaderConfirmed = ({ answers, confirmed }: Weighing): boolean =>
  answers.suspicion === 'nee' ||
  (['suspicion', 'safety', 'help', 'acceptance'] as const).every(
    (id) => answers[id] === undefined || confirmed.includes(id),
  );

/** With a suspicion, the risk, the nature and the seriousness are weighed too, not the questions alone. */
export const riskWeighed = ({ answers, assessed }: Weighing): boolean => answers.suspicion === 'nee' || assessed;

export const weighingComplete = (weighing: Weighing | undefined): weighing is Weighing =>
  weighing !== undefined && weighingEnded(weighing) && riskWeighed(weighing) && leaderConfirmed(weighing);

/**
 * Answers to questions 3 to 5 that ask for a melding which nobody has made, or departed from, since that answer. What
 * question 2 asks for is kept apart, in `reportDuty`.
 */
export const owedAnswers = (file: CaseFile): readonly QuestionId[] => {
  const { weighing, decision1 } = file;
  if (!weighing) return [];
  return reportReasons(weighing).filter((id) => {
    const since = weighing.answeredAt[id] ?? '';
    return id !== 'safety' && !reportedSince(file, since) && !(decision1?.departs && decision1.at >= since);
  });
};

/** Answers given that the leader has not confirmed. */
export const awaitsLeader = (weighing: Weighing | undefined): weighing is Weighing =>
  weighing !== undefined && weighing.answers.suspicion === 'ja' && !leaderConfirmed(weighing);
