import type { CaseFile } from '../protocol/caseFile';
import { justBegun } from '../protocol/closing';
import { leaderSaw } from '../protocol/followUp';
import { stepText, steps, type Step } from '../protocol/meldcode';
import { progress, stepStates, type Advice, type StepState, type Waiting } from '../protocol/progress';
import { maySeeFile } from '../protocol/roles';
import { consultationStates } from '../protocol/step2Consult';
import { stateOn, termsOf } from '../protocol/terms';
import type { FormContext, SchoolView } from './context';
import { form, offer, type Form, type Offer } from './form';
import { keepersLine } from './lock';
import { samePupilLines } from './samePupil';
import { linkLines, siblingLine } from './siblings';
import type { Tongue } from '../text/tongue';

/** Which card each piece of advice opens. */
export const adviceForms: Readonly<Record<Advice, string>> = {
  reportNow: 'step4-weigh/report-now',
  tellParentsAfterwards: 'step5-decide/discuss-report',
  decideFlags: 'step1-signals/flags',
  callVeiligThuisFirst: 'step2-consult/veilig-thuis',
  recordFirstSignal: 'step1-signals/signal',
  mapSignals: 'step1-signals/map',
  consultColleague: 'step2-consult/ask',
  waitForColleague: 'step3-conversation/menu',
  talkWithParent: 'step3-conversation/menu',
  otherCauseClose: 'shared/close',
  assessRisk: 'step4-weigh/assess',
  weigh: 'step4-weigh/menu',
  contactVeiligThuis: 'step2-consult/veilig-thuis',
  waitForLeader: 'step4-weigh/menu',
  talkWithLeader: 'step4-weigh/menu',
  closeNoAction: 'shared/close',
  decideReport: 'step5-decide/decide-report',
  makeReport: 'step5-decide/menu',
  recordFeedback: 'step5-decide/menu',
  decideHelp: 'step5-decide/decide-help',
  makePlan: 'plan/make',
  tellParentOutcome: 'step2-consult/menu',
  followHelp: 'plan/menu',
  agreeMonitoring: 'plan/monitoring',
  closeCase: 'shared/close',
  nothing: 'shared/chronology',
};

/** A state is told by a word; the sign only helps the eye. */
const signs: Readonly<Record<StepState, string>> = { open: '○', bezig: '◐', gedaan: '●', overgeslagen: '◌' };

export const menuOf: Readonly<Record<Step, string>> = {
  1: 'step1-signals/menu',
  2: 'step2-consult/menu',
  3: 'step3-conversation/menu',
  4: 'step4-weigh/menu',
  5: 'step5-decide/menu',
};

const waitingLine = (waiting: Waiting, { t, file, school, today }: FormContext): string => {
  const { nameOf } = school;
  switch (waiting.for) {
    case 'leader':
      return t('De schoolleider: bevestiging van de weging{more}', { more: leaderSaw(file) ? t(' (gezien)') : '' });
    case 'casemanager':
      return t('{name}: casemanager worden', { name: nameOf(waiting.person) });
    case 'colleague': {
      const asked = file.consultations[waiting.consultation];
      const state = asked ? stateOn(asked, today, school.terms) : 'verzonden';
      return t('{name}: antwoord op je vraag ({state})', {
        name: nameOf(waiting.person),
        state: t(consultationStates[state]).toLowerCase(),
      });
    }
  }
};

const termLines = (file: CaseFile, { t, terms }: SchoolView): readonly { line: string }[] =>
  [...termsOf(file, terms)]
    .filter(
      ({ kind }) =>
        kind !== 'stalled' && kind !== 'parentContact' && kind !== 'resultOverdue' && kind !== 'feedbackOverdue',
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .slice(0, 3)
    .map(({ day, kind }) => ({ line: `${t.day(day)}: ${t.termLabels[kind]}` }));

type Goal = { title: string; value: string };
/** Offered to whom it opens for. */
const seenBy: Offer = { title: 'Wie heeft dit dossier gezien', value: 'shared/seen-by' };
/** Stands there for whoever leads the school, whether or not there is another file. */
const samePupilGoal: Offer = { title: 'Nog een dossier over deze leerling', value: 'family/same-pupil' };
const papers: Offer = { title: 'Documenten en dossiercheck', value: 'shared/documents' };
const lockGoals: readonly Offer[] = [
  { title: 'Beperken tot twee personen', value: 'lock/lock' },
  { title: 'Beperking opheffen', value: 'lock/unlock' },
];
const openGoals = (t: Tongue, file: CaseFile): readonly Goal[] => [
  ...(justBegun(file) ? [{ title: t('Deze zaak begon per vergissing'), value: 'shared/undo-start' }] : []),
  ...steps.map(({ step, short }) => ({
    title: t('Stap {step}: {short}', { step, short: t(short) }),
    value: menuOf[step],
  })),
  { title: t('Hulpplan en volgen'), value: 'plan/menu' },
  { title: t('Alles wat is vastgelegd'), value: 'shared/chronology' },
  { title: t('Broers en zussen'), value: 'family/siblings' },
  offer(t, samePupilGoal),
  offer(t, papers),
  offer(t, seenBy),
  { title: t('Het stopt niet of begint opnieuw'), value: 'step5-decide/continues' },
  { title: t('Noodsituatie vastleggen'), value: 'intake/emergency-record' },
  { title: t('Laten weten dat je dit hebt gezien'), value: 'follow-up/seen' },
  { title: t('Zaak overdragen aan een collega'), value: 'follow-up/owner' },
  ...lockGoals.map((one) => offer(t, one)),
  { title: t('Naar een andere school'), value: 'retention/transfer' },
  { title: t('Ontvangst door een andere school'), value: 'retention/receipt' },
  { title: t('Het gaat over een medewerker van school'), value: 'intake/move-to-staff' },
  {
    title: file.conversations.otherCause ? t('Zaak sluiten (andere oorzaak)') : t('Zaak sluiten'),
    value: 'shared/close',
  },
];
const closedGoals: readonly Offer[] = [
  { title: 'Alles wat is vastgelegd', value: 'shared/chronology' },
  { title: 'Broers en zussen', value: 'family/siblings' },
  samePupilGoal,
  papers,
  seenBy,
  { title: 'Het stopt niet of begint opnieuw', value: 'step5-decide/continues' },
  { title: 'Veiligheid volgen', value: 'plan/menu' },
  { title: 'Terugkoppeling van Veilig Thuis', value: 'step5-decide/menu' },
  { title: 'Zaak overdragen aan een collega', value: 'follow-up/owner' },
  ...lockGoals,
  { title: 'Naar een andere school', value: 'retention/transfer' },
  { title: 'Ontvangst door een andere school', value: 'retention/receipt' },
  { title: 'Zaak heropenen', value: 'shared/reopen' },
  { title: 'Bewaren of vernietigen', value: 'retention/review' },
];

const hubData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school } = context;
  const { steps: rows, advice, waiting } = progress(file);
  const closed = file.status === 'closed';
  return {
    number: file.number,
    pupil: [file.pupil.name, file.pupil.group].filter(Boolean).join(', '),
    owner: school.nameOf(file.owner),
    closed,
    keepers: keepersLine(context),
    siblings: (file.siblings ?? []).map((one) => siblingLine(one, school)).join(' · '),
    links: linkLines(context),
    same: samePupilLines(context),
    steps: rows.map(({ step, state, times }) => ({
      sign: signs[state],
      title: context.t('Stap {step}. {title}', { step, title: context.t(stepText(step).title) }),
      state:
        times > 1
          ? context.t('{state} ({times} keer)', { state: context.t(stepStates[state]), times })
          : context.t(stepStates[state]),
      active: state === 'bezig',
    })),
    route: steps.map(({ step, route, routeText }) => ({
      title: context.t('Stap {step}. {route}', { step, route: context.t(route) }),
      text: context.t(routeText),
    })),
    advice: closed ? context.t('Deze zaak is gesloten. Wat is vastgelegd, blijft bewaard.') : context.t.advices[advice],
    adviceForm: adviceForms[advice],
    hasAdvice: !closed && advice !== 'nothing',
    urgent: advice === 'reportNow' || advice === 'callVeiligThuisFirst' || advice === 'tellParentsAfterwards',
    unreached: (context.unreached ?? []).map(({ person, perhaps }) => ({
      line: perhaps
        ? context.t.say.perhapsUnreached(school.nameOf(person))
        : context.t.say.unreached(school.nameOf(person)),
    })),
    waiting: waiting.map((one) => ({ line: waitingLine(one, context) })),
    terms: termLines(file, school),
    goals: closed ? closedGoals.map((one) => offer(context.t, one)) : openGoals(context.t, file),
  };
};

export const hubForms = {
  'shared/hub': form({ title: 'Overzicht', records: [], links: true, data: hubData }),
} satisfies Record<string, Form>;

/** Which card stands for the case as a whole, for who may see it (need to know; the exits have their own). */
export const hubFor = ({ file, viewer }: FormContext): 'shared/hub' | 'intake/exit' | undefined => {
  if (!maySeeFile(viewer, file)) return undefined;
  return file.kind === 'stappenplan' ? 'shared/hub' : 'intake/exit';
};
