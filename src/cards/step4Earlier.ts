import type { CaseEvent } from '../protocol/caseFile';
import { localDateOf } from '../protocol/time';
import { weighAnswers, type Step4Event } from '../protocol/step4Weigh';
import type { Entry, FormContext, Inputs } from './context';
import { plain } from './plain';
import { correctionOf, shortened } from './step4Inputs';

/** Longest correction beside an answer; the whole of it is in the chronology. */
const SHOWN = 300;

type Weighed = Exclude<Step4Event, { type: 'WeighingStarted' | 'WeighingConfirmed' | 'TalkRequested' }>;
type Given<T extends Weighed['type']> = { seq: number; event: Extract<CaseEvent, { type: T }> };

const isOf = <T extends Weighed['type']>(entry: Entry, type: T): entry is Given<T> => entry.event.type === type;

/** The last time this was answered, in this weighing or in one before; needs the history. */
const lastOf = <T extends Weighed['type']>({ entries }: FormContext, type: T): Given<T> | undefined =>
  entries.flatMap((entry) => (isOf(entry, type) ? [entry] : [])).at(-1);

const thisRound = ({ file }: FormContext, { round }: { round: number }): boolean =>
  round === (file.weighing?.round ?? 1);

/** Who said what before, and what was corrected in it since (I-04): nobody takes over old words without knowing whose they are. */
export const earlierData = (context: FormContext, type: Weighed['type']): { earlier: string; mended: string } => {
  const found = lastOf(context, type);
  if (!found) return { earlier: '', mended: '' };
  const { event, seq } = found;
  const who = context.t('{name} op {day}', {
    name: plain(context.school.nameOf(event.by)),
    day: context.t.day(localDateOf(event.at)),
  });
  const answer =
    event.type === 'RiskAssessed'
      ? context.t('Eerder ingevuld')
      : context.t('Eerder: {answer}', { answer: context.t(weighAnswers[event.answer]).toLowerCase() });
  return {
    earlier: thisRound(context, event)
      ? context.t('{answer}, door {who}. Pas aan wat anders is.', { answer, who })
      : context.t('{answer} in weging {round}, door {who}. De tekst staat er nog; kies zelf opnieuw.', {
          answer,
          round: event.round,
          who,
        }),
    mended: shortened(correctionOf(context.entries, seq) ?? '', SHOWN),
  };
};

/**
 * What an input starts with when it was answered before, so that changing one thing is not typing all again. Choices are
 * filled within one weighing; in a new one each is judged anew. With whom it was gone through at Veilig Thuis is new each time.
 */
type Filled = { texts: Inputs; choices: Inputs };
const filled = (context: FormContext, given: { round: number }, { texts, choices }: Filled): Inputs =>
  thisRound(context, given) ? { ...texts, ...choices } : texts;

export const earlierAssessment = (context: FormContext): Inputs => {
  const found = lastOf(context, 'RiskAssessed');
  if (!found) return {};
  const { risk, riskText, nature, seriousness, childVoice = '', scale = '', protects = '' } = found.event;
  return filled(context, found.event, {
    texts: { riskText, seriousness, protects },
    choices: { risk, nature: nature.join(','), childVoice, scale },
  });
};

export const earlierSuspicion = (context: FormContext): Inputs => {
  const found = lastOf(context, 'SuspicionWeighed');
  if (!found) return {};
  const { answer, explanation } = found.event;
  return filled(context, found.event, { texts: { explanation }, choices: { answer } });
};

export const earlierSafety = (context: FormContext): Inputs => {
  const found = lastOf(context, 'SafetyWeighed');
  if (!found) return {};
  const { acute, structural, explanation } = found.event;
  return filled(context, found.event, { texts: { explanation }, choices: { acute, structural } });
};

export const earlierHelp = (context: FormContext): Inputs => {
  const found = lastOf(context, 'HelpWeighed');
  if (!found) return {};
  const { helper, helperName, effective, averts, explanation } = found.event;
  return filled(context, found.event, { texts: { helperName, explanation }, choices: { helper, effective, averts } });
};

export const earlierAcceptance = (context: FormContext): Inputs => {
  const found = lastOf(context, 'AcceptanceWeighed');
  if (!found) return {};
  const { people, active, explanation } = found.event;
  const each = (key: 'Name' | 'Accepts', part: (person: (typeof people)[number]) => string): Inputs =>
    Object.fromEntries(people.map((person, i) => [`person${i + 1}${key}`, part(person)]));
  return filled(context, found.event, {
    texts: { explanation, ...each('Name', ({ name }) => name) },
    choices: { active, ...each('Accepts', ({ accepts }) => accepts) },
  });
};

/** Another plan has other goals: then what was said of the former ones fills nothing. */
export const earlierResult = (context: FormContext): Inputs => {
  const found = lastOf(context, 'ResultWeighed');
  const planned = context.entries.findLast(({ event }) => event.type === 'PlanMade')?.seq ?? 0;
  if (!found || found.seq < planned) return {};
  const { safety, welfare, recovery, goals, explanation } = found.event;
  const perGoal = Object.fromEntries(goals.map((goal, i) => [`goal${i + 1}`, goal]));
  return filled(context, found.event, { texts: { explanation }, choices: { safety, welfare, recovery, ...perGoal } });
};
