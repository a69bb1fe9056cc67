import { carriers, hasSeen, mostDaysLater, type Carrier } from '../protocol/followUp';
import { isLeaderOf } from '../protocol/roles';
import { improvements, type ReportState } from '../protocol/step5Decide';
import { isAboutSafety, termsOf, type Term, type TermKind } from '../protocol/terms';
import { firstWorkingDay } from '../protocol/termSettings';
import { addDays, localDateOf } from '../protocol/time';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { choicesOf, form, type Form } from './form';
import { insideColleagues, peopleChoices } from './helpPlanPeople';

type Data = Readonly<Record<string, unknown>>;

/** The card on which the thing itself is done, for each kind of term. */
export const doneOn: Readonly<Record<TermKind, string>> = {
  feedback: 'step5-decide/feedback',
  feedbackOverdue: 'step5-decide/feedback',
  tellParents: 'step5-decide/discuss-report',
  afterReport: 'step5-decide/improvement',
  result: 'step4-weigh/result',
  resultOverdue: 'step4-weigh/result',
  interimTalk: 'plan/progress',
  endTalk: 'plan/progress',
  arrival: 'plan/arrival',
  monitoring: 'plan/monitoring-check',
  tellOutcome: 'step2-consult/inform-parent',
  unanswered: 'step2-consult/requests',
  expired: 'step2-consult/requests',
  unconfirmed: 'step4-weigh/menu',
  parentContact: 'step1-signals/contact',
  stalled: 'shared/hub',
  retention: 'retention/review',
  receipt: 'retention/receipt',
};

const termOf = ({ about, file, school }: FormContext): Term | undefined =>
  termsOf(file, school.terms).find(({ id }) => id === about);

/** What is asked, and since when; or that there is nothing left to do. */
const whatData = (context: FormContext): Data => {
  const term = termOf(context);
  return {
    runs: term !== undefined,
    term: term?.id ?? '',
    what: term ? context.t.reminders[term.kind] : context.t.refusals['nothing-to-remind'],
    dayLine: term ? context.t('Voor {day}', { day: context.t.day(term.day) }) : '',
  };
};

const answerLine = ({ t, about, file }: FormContext): string => {
  const answer = about === undefined ? undefined : file.termAnswers?.[about];
  if (!answer) return '';
  const parts = [
    answer.to ? t('Doorgezet naar: {to}.', { to: t(carriers[answer.to]).toLowerCase() }) : '',
    answer.until ? t('Eerder uitgesteld tot {day}.', { day: t.day(answer.until) }) : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
};

const reminderData = (context: FormContext): Data => {
  const term = termOf(context);
  const leads = term?.kind === 'unconfirmed' && isLeaderOf(context.viewer, context.file);
  return {
    ...whatData(context),
    answerLine: answerLine(context),
    // On the exits the steps are frozen; there a term of a melding only runs on (I-13).
    movable: term !== undefined && context.file.kind === 'stappenplan',
    form: leads ? 'step4-weigh/confirm' : term ? doneOn[term.kind] : 'shared/hub',
    formAbout: term?.about ?? '',
  };
};

const latestFor = (context: FormContext): string => {
  const term = termOf(context);
  const most = term && isAboutSafety(term.kind) ? mostDaysLater.safety : mostDaysLater.other;
  return addDays(context.today, most);
};

const termRef = ({ about }: FormContext): { term: string } => ({ term: about ?? 'geen' });

/** Everybody but the one who presses and posts that this case does not have. */
const othersFor = ({ file, viewer }: FormContext): readonly Carrier[] => [
  ...(viewer.id === file.owner ? [] : (['owner'] as const)),
  ...(file.plan && viewer.id !== file.plan.casemanager ? (['casemanager'] as const) : []),
  'ibEr',
  'leiding',
];

/** The melding after which somebody looks whether it goes better: the one pointed to, else the last. */
const lookedAt = ({ about, file }: FormContext): ReportState | undefined =>
  file.reports.find(({ number }) => String(number) === about) ?? file.reports.at(-1);

const improvementData = (context: FormContext): Data => {
  const report = lookedAt(context);
  const looked = report?.lookedOn
    ? context.t(' Het laatst gekeken op {day}.', { day: context.t.day(report.lookedOn) })
    : '';
  return {
    known: report !== undefined,
    reportLine: report
      ? context.t('Melding {number}, van {day}.{looked}', {
          number: report.number,
          day: context.t.day(localDateOf(report.at)),
          looked,
        })
      : '',
    choices: choicesOf(context.t, improvements),
    call: callLink(context.school),
  };
};

const seenData = ({ t, file, viewer, school }: FormContext): Data => {
  const own = viewer.id === file.owner;
  return {
    owner: school.nameOf(file.owner),
    unseen: !own && !hasSeen(file, viewer.id),
    notice: own ? t('Je bent zelf met deze zaak begonnen.') : t('Je hebt al laten weten dat je dit zag.'),
  };
};

export const followUpForms = {
  'follow-up/reminder': form({ title: 'Herinnering', records: [], data: reminderData }),
  'follow-up/postpone': form({
    title: 'Herinnering uitstellen',
    records: ['postponeTerm'],
    data: (context) => ({ ...whatData(context), latest: context.t.day(latestFor(context)) }),
    inputs: ({ today, school }) => ({ until: firstWorkingDay(addDays(today, 1), school.terms) }),
    refs: termRef,
  }),
  'follow-up/pass-on': form({
    title: 'Iemand anders vragen om dit te doen',
    records: ['passOnTerm'],
    data: (context) => ({ ...whatData(context), carriers: choicesOf(context.t, carriers, othersFor(context)) }),
    refs: termRef,
  }),
  'step5-decide/improvement': form({
    title: 'Gaat het beter na de melding?',
    step: 5,
    records: ['checkImprovement'],
    data: improvementData,
    inputs: ({ today }) => ({ on: today }),
    refs: (context) => ({ report: lookedAt(context)?.number ?? 0 }),
  }),
  'follow-up/seen': form({
    title: 'Laten weten dat je dit hebt gezien',
    records: ['seeConcern'],
    data: seenData,
  }),
  'follow-up/owner': form({
    title: 'Zaak overdragen',
    records: ['reassignOwner'],
    data: ({ t, file, school }) => ({
      owner: school.nameOf(file.owner),
      people: peopleChoices(
        t,
        insideColleagues(school).filter(({ id }) => id !== file.owner),
      ),
    }),
  }),
  'plan/new-casemanager': form({
    title: 'Andere casemanager',
    step: 5,
    records: ['reassignCasemanager'],
    data: ({ t, file, school }) => ({
      hasPlan: file.plan !== undefined,
      casemanager: file.plan ? school.nameOf(file.plan.casemanager) : '',
      people: peopleChoices(
        t,
        insideColleagues(school).filter(({ id }) => id !== file.plan?.casemanager),
      ),
    }),
  }),
  'plan/decline': form({
    title: 'Ik kan geen casemanager zijn',
    step: 5,
    records: ['declineCasemanagement'],
    data: ({ file, viewer }) => ({ asked: file.plan?.casemanager === viewer.id && !file.plan.accepted }),
  }),
} satisfies Record<string, Form>;
