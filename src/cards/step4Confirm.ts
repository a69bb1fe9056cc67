import { hasSeen } from '../protocol/followUp';
import { confirmsAlone, isLeaderOf } from '../protocol/roles';
import {
  harmKinds,
  questionOf,
  riskLevels,
  weighAnswers,
  weighsTogether,
  type QuestionId,
} from '../protocol/step4Weigh';
import type { CaseEvent } from '../protocol/caseFile';
import type { Entry, FormContext } from './context';
import { consequenceOf } from './entries/step4Weigh';
import { correctionOf, shortened, weighingInputs, type Said } from './step4Inputs';

/** Longest explanation on the leader's card; "Alles lezen" shows the whole. */
const SHOWN = 210;

const asked = {
  SuspicionWeighed: 'suspicion',
  SafetyWeighed: 'safety',
  HelpWeighed: 'help',
  AcceptanceWeighed: 'acceptance',
  ResultWeighed: 'result',
} as const satisfies Partial<Record<CaseEvent['type'], QuestionId>>;
type AnswerEvent = Extract<CaseEvent, { type: keyof typeof asked }>;
const isAnswer = (event: CaseEvent): event is AnswerEvent => Object.hasOwn(asked, event.type);

type Given = { seq: number; id: QuestionId; event: AnswerEvent };

/** The standing answer to each question of this round. */
const standing = ({ entries, file }: FormContext): readonly Given[] => {
  const latest = new Map<QuestionId, Given>();
  for (const { seq, event } of entries)
    if (isAnswer(event) && event.round === file.weighing?.round)
      latest.set(asked[event.type], { seq, id: asked[event.type], event });
  return [...latest.values()].sort((a, b) => questionOf(a.id).number - questionOf(b.id).number);
};

type Shown = { title: string; why: readonly Said[] };

const shownAnswer = ({ seq, id, event }: Given, { entries, file, school }: FormContext): Shown => {
  const { number, title } = questionOf(id);
  const confirmed = file.weighing?.confirmed.includes(id) ? ' (al bevestigd)' : '';
  const consequence = consequenceOf(id, event.answer);
  const mended = correctionOf(entries, seq);
  return {
    title: `Vraag ${number}. ${title}: ${weighAnswers[event.answer].toLowerCase()}${consequence ? `. ${consequence}` : ''}${confirmed}`,
    why: [
      { label: `${school.nameOf(event.by)}: `, text: shortened(event.explanation, SHOWN) },
      ...(mended ? [{ label: 'Verbeterd: ', text: shortened(mended, SHOWN) }] : []),
    ],
  };
};

const riskOf = (entries: readonly Entry[], round: number | undefined): readonly Said[] => {
  const found = entries.findLast(({ event }) => event.type === 'RiskAssessed' && event.round === round);
  if (found?.event.type !== 'RiskAssessed') return [];
  const { risk, riskText, nature, seriousness, childVoice, refusalWeighed } = found.event;
  const mended = correctionOf(entries, found.seq);
  const lines: readonly (readonly [string, string | undefined])[] = [
    [`Risico ${riskLevels[risk].toLowerCase()}: `, riskText],
    ['Aard: ', nature.map((kind) => harmKinds[kind]).join(', ')],
    ['Ernst: ', seriousness],
    ['Het kind zelf: ', childVoice],
    ['Toestemming geweigerd: ', refusalWeighed],
    ['Verbeterd: ', mended],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text: shortened(text, SHOWN) }] : []));
};

/** Who may not confirm hears it before pressing; the protocol judges the press itself (four eyes). */
const noticeFor = ({ file, viewer }: FormContext): string => {
  if (!file.weighing || file.weighing.given === 0) return 'Er is nog niets om te bevestigen.';
  if (!isLeaderOf(viewer, file)) return 'Alleen de schoolleider kan bevestigen.';
  return file.weighing.authors.includes(viewer.id) && !confirmsAlone(viewer, file)
    ? 'Je gaf zelf antwoord in deze weging. Iemand anders van de leiding bevestigt.'
    : '';
};

/** The leader's card (R-142): what was weighed, every standing answer with its reason, and what can't wait. */
export const confirmation = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, entries, school } = context;
  const { weighing } = file;
  const { signals, consult, conversations } = file;
  const advice = Object.values(file.consultations).filter(({ state }) => state === 'beantwoord').length;
  const talks = conversations.withParent + conversations.withPupil;
  return {
    owner: school.nameOf(file.owner),
    unseen: context.viewer.id !== file.owner && !hasSeen(file, context.viewer.id),
    notice: noticeFor(context),
    noAction: weighing?.answers.suspicion === 'nee',
    urgent: weighing !== undefined && weighsTogether(weighing),
    owed: file.reportDuty !== undefined,
    counts: [
      { title: 'Signalen', value: `${signals.concern} zorg, ${signals.against} stelt gerust` },
      {
        title: 'Advies',
        value: `${advice + consult.outside + consult.external} keer overleg, ${consult.veiligThuis.count} keer Veilig Thuis`,
      },
      { title: 'Gesprekken', value: talks === 0 && conversations.waived ? 'Geen, met reden' : String(talks) },
    ],
    risk: riskOf(entries, weighing?.round),
    answers: standing(context).map((given) => shownAnswer(given, context)),
    inputs: weighingInputs(context),
  };
};
