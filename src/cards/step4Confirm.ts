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
import type { Tongue } from '../text/tongue';

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

const shownAnswer = ({ seq, id, event }: Given, { t, entries, file, school }: FormContext): Shown => {
  const { number, title } = questionOf(id);
  const confirmed = file.weighing?.confirmed.includes(id) ? t(' (al bevestigd)') : '';
  const consequence = consequenceOf(t, id, event.answer);
  const mended = correctionOf(entries, seq);
  return {
    title: t('Vraag {number}. {title}: {answer}{more}{confirmed}', {
      number,
      title: t(title),
      answer: t(weighAnswers[event.answer]).toLowerCase(),
      more: consequence ? `. ${consequence}` : '',
      confirmed,
    }),
    why: [
      { label: `${school.nameOf(event.by)}: `, text: shortened(event.explanation, SHOWN) },
      ...(mended ? [{ label: t('Verbeterd: '), text: shortened(mended, SHOWN) }] : []),
    ],
  };
};

const riskOf = (t: Tongue, entries: readonly Entry[], round: number | undefined): readonly Said[] => {
  const found = entries.findLast(({ event }) => event.type === 'RiskAssessed' && event.round === round);
  if (found?.event.type !== 'RiskAssessed') return [];
  const { risk, riskText, nature, seriousness, childVoice, refusalWeighed } = found.event;
  const mended = correctionOf(entries, found.seq);
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t('Risico {level}: ', { level: t(riskLevels[risk]).toLowerCase() }), riskText],
    [t('Aard: '), nature.map((kind) => t(harmKinds[kind])).join(', ')],
    [t('Ernst: '), seriousness],
    [t('Het kind zelf: '), childVoice],
    [t('Toestemming geweigerd: '), refusalWeighed],
    [t('Verbeterd: '), mended],
  ];
  return lines.flatMap(([label, text]) => (text ? [{ label, text: shortened(text, SHOWN) }] : []));
};

/** Who may not confirm hears it before pressing; the protocol judges the press itself (four eyes). */
const noticeFor = ({ t, file, viewer }: FormContext): string => {
  if (!file.weighing || file.weighing.given === 0) return t('Er is nog niets om te bevestigen.');
  if (!isLeaderOf(viewer, file)) return t('Alleen de schoolleider kan bevestigen.');
  return file.weighing.authors.includes(viewer.id) && !confirmsAlone(viewer, file)
    ? t('Je gaf zelf antwoord in deze weging. Iemand anders van de leiding bevestigt.')
    : '';
};

/** The leader's card: what was weighed, every standing answer with its reason, and what can't wait. */
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
      {
        title: context.t('Signalen'),
        value: context.t('{concern} zorg, {against} stelt gerust', {
          concern: signals.concern,
          against: signals.against,
        }),
      },
      {
        title: context.t('Advies'),
        value: context.t('{times} keer overleg, {count} keer Veilig Thuis', {
          times: advice + consult.outside + consult.external,
          count: consult.veiligThuis.count,
        }),
      },
      {
        title: context.t('Gesprekken'),
        value: talks === 0 && conversations.waived ? context.t('Geen, met reden') : String(talks),
      },
    ],
    risk: riskOf(context.t, entries, weighing?.round),
    answers: standing(context).map((given) => shownAnswer(given, context)),
    inputs: weighingInputs(context),
  };
};
