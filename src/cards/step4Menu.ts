import type { CaseFile } from '../protocol/caseFile';
import { stepText } from '../protocol/meldcode';
import { isLeaderOf } from '../protocol/roles';
import {
  awaitsLeader,
  leadOf,
  newWeighing,
  questionOf,
  questions,
  weighAnswers,
  type Lead,
  type Asked,
  type QuestionId,
  type Weighing,
} from '../protocol/step4Weigh';
import type { FormContext } from './context';
import { offer } from './form';
import type { Dutch, Tongue } from '../text/tongue';

export type Choice = { title: string; value: string };
const veiligThuis = 'step2-consult/veilig-thuis';
const isQuestion = (to: Lead['to']): to is QuestionId => questions.some(({ id }) => id === to);

/** Does the answer stand until a new weighing? Then answering again would be refused, so it is no choice. */
const stands = ({ id, leads }: Asked, { answers, answeredAt, round }: Weighing, file: CaseFile): boolean => {
  if (id !== 'result' && file.decision1?.round === round) return true;
  const answer = answers[id];
  const asksForReport = answer !== undefined && leads[answer].report !== undefined;
  return asksForReport && !file.reports.some(({ at }) => at >= (answeredAt[id] ?? ''));
};

/** Was Veilig Thuis spoken to after the doubt? Then the question can be answered again. */
const spokenSinceDoubt = (file: CaseFile, id: QuestionId, { answeredAt }: Weighing): boolean =>
  (file.consult.veiligThuis.lastAt ?? '') >= (answeredAt[id] ?? '');

const planNext = ({ plan, decision1, decision2, weighing }: CaseFile, today: string): string => {
  if (plan) return plan.until <= today ? 'step4-weigh/result' : 'plan/menu';
  const decided = decision1 !== undefined && decision1.round === weighing?.round && decision2?.possible;
  return decided ? 'plan/make' : 'step5-decide/menu';
};

/** The most useful thing to do now in this step. */
const usualChoice = ({ file, viewer, today }: FormContext): string => {
  const weighing = file.weighing ?? newWeighing(1);
  if (file.reportDuty) return 'step4-weigh/report-now';
  if (isLeaderOf(viewer, file) && awaitsLeader(file.weighing)) return 'step4-weigh/confirm';
  if (!weighing.assessed && !weighing.answers.suspicion) return 'step4-weigh/assess';
  const { to, contact } = leadOf(weighing);
  // Decision 1 closed these questions (weigh-again); going on takes a new weighing.
  if (isQuestion(to) && stands(questionOf(to), weighing, file)) return 'step4-weigh/again';
  if (isQuestion(to)) return contact && !spokenSinceDoubt(file, to, weighing) ? veiligThuis : `step4-weigh/${to}`;
  switch (to) {
    case 'close':
      return 'shared/close';
    case 'decide':
      return 'step5-decide/menu';
    case 'plan':
      return planNext(file, today);
    case 'monitor':
      return file.monitoring.length > 0 ? 'shared/close' : 'plan/monitoring';
  }
};

const questionChoice = (t: Tongue, { id, number, title }: Asked, { answers }: Weighing): Choice => ({
  title: answers[id]
    ? t('Vraag {number} opnieuw: {title}', { number, title: t(title).toLowerCase() })
    : t('Vraag {number}: {title}', { number, title: t(title).toLowerCase() }),
  value: `step4-weigh/${id}`,
});

const titles: Readonly<Record<string, Dutch>> = {
  'shared/close': 'Zaak sluiten',
  'step5-decide/menu': 'Naar stap 5: beslissen',
  'plan/make': 'Hulpplan maken',
  'plan/menu': 'Hulpplan volgen',
  'plan/monitoring': 'Afspraken maken over veiligheid volgen',
};

/** Only what exists for this file and this person; the order is theirs to choose (I-03). */
export const weighingChoices = (context: FormContext): readonly Choice[] => {
  const { file, viewer } = context;
  if (file.status === 'closed')
    return [{ title: context.t('Het stopt niet of begint opnieuw'), value: 'step5-decide/continues' }];
  const weighing = file.weighing ?? newWeighing(1);
  const begun = weighing.given > 0;
  const open = questions.filter((one) => !stands(one, weighing, file) && (one.id !== 'result' || file.plan));
  const leads = isLeaderOf(viewer, file) && begun;
  const found: Choice[] = [
    ...(file.reportDuty
      ? [{ title: context.t('Veilig Thuis bellen en melden'), value: 'step4-weigh/report-now' }]
      : []),
    ...(leads ? [{ title: context.t('Weging lezen en bevestigen'), value: 'step4-weigh/confirm' }] : []),
    { title: context.t('Risico, aard en ernst inschatten'), value: 'step4-weigh/assess' },
    ...open.map((one) => questionChoice(context.t, one, weighing)),
    { title: context.t('Gesprek met Veilig Thuis vastleggen'), value: veiligThuis },
    ...(leads ? [{ title: context.t('Om overleg vragen'), value: 'step4-weigh/request-talk' }] : []),
    ...(begun ? [{ title: context.t('Opnieuw wegen'), value: 'step4-weigh/again' }] : []),
  ];
  const usual = usualChoice(context);
  const title = titles[usual];
  return title && !found.some(({ value }) => value === usual)
    ? [offer(context.t, { title, value: usual }), ...found]
    : found;
};

/** The usual choice, as far as the menu offers it. */
export const weighingStart = (context: FormContext): string => {
  const offered = weighingChoices(context);
  const usual = usualChoice(context);
  return (offered.find(({ value }) => value === usual) ?? offered[0])?.value ?? '';
};

const nextLine = ({ t, file, today }: FormContext): string => {
  const weighing = file.weighing ?? newWeighing(1);
  if (!weighing.assessed && !weighing.answers.suspicion) return t('Begin met het risico, de aard en de ernst.');
  const { to, contact, togetherWith } = leadOf(weighing);
  if (isQuestion(to)) {
    const { number, title } = questionOf(to);
    if (stands(questionOf(to), weighing, file))
      return t('Besluit 1 is genomen op deze weging. Wil je verder wegen? Begin dan een nieuwe weging.');
    const question = t('vraag {number}, {title}', { number, title: t(title).toLowerCase() });
    if (contact)
      return spokenSinceDoubt(file, to, weighing)
        ? t('Je sprak Veilig Thuis. Beantwoord nu opnieuw {question}.', { question })
        : t('Je twijfelt bij {question}. Bel Veilig Thuis. Beantwoord de vraag daarna opnieuw.', { question });
    return togetherWith
      ? t('Nu: {question}. Doe dit samen met Veilig Thuis.', { question })
      : t('Nu: {question}.', { question });
  }
  switch (to) {
    case 'close':
      return t('Er is geen actie nodig. Je kunt de zaak sluiten.');
    case 'decide':
      return t('De vragen zijn klaar: melden is nodig. Ga naar stap 5.');
    case 'plan':
      if (!file.plan) return t('Hulp kan beginnen. Neem de besluiten van stap 5 en maak het hulpplan.');
      return file.plan.until <= today
        ? t('De afgesproken dag is er. Beantwoord nu vraag 5, resultaat.')
        : t('De hulp loopt. Op {day} beantwoord je vraag 5.', { day: t.day(file.plan.until) });
    case 'monitor':
      return file.monitoring.length > 0
        ? t('De hulp werkt en de veiligheid wordt gevolgd. Je kunt de zaak sluiten.')
        : t('De hulp werkt. Spreek af hoe jullie de veiligheid blijven volgen.');
  }
};

const answerRow = (t: Tongue, { id, number, title }: Asked, { answers, confirmed }: Weighing) => {
  const answer = answers[id];
  const said = answer ? t(weighAnswers[answer]) : t('Nog geen antwoord');
  return {
    title: t('Vraag {number}, {title}', { number, title: t(title).toLowerCase() }),
    value: answer && confirmed.includes(id) ? t('{said} (bevestigd door de schoolleider)', { said }) : said,
  };
};

const urgentLine = (t: Tongue, { reportDuty }: CaseFile): string => {
  if (!reportDuty) return '';
  return reportDuty.because === 'safety'
    ? t('Bij vraag 2 is het antwoord ja of twijfel. Bel nu Veilig Thuis en meld.')
    : t('Het geweld stopt niet of begint opnieuw. Bel nu Veilig Thuis en meld.');
};

const waitingLine = (t: Tongue, { weighing }: CaseFile): string => {
  if (weighing?.talkRequested) return t('De schoolleider wil eerst overleg. Maak samen een afspraak.');
  return awaitsLeader(weighing)
    ? t('We wachten op de schoolleider. Die bevestigt de weging. Je kunt gewoon verder.')
    : '';
};

/** Where the weighing stands: counts and answers in our own words, nothing that people typed. */
export const weighingMenu = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school } = context;
  const weighing = file.weighing ?? newWeighing(1);
  const { title, why, route, routeText } = stepText(4);
  return {
    title: context.t(title),
    why: context.t(why),
    route: context.t('{route}. {routeText} Op jullie school is dit: {step4}.', {
      route: context.t(route),
      routeText: context.t(routeText),
      step4: school.teamNames.step4,
    }),
    roundLine:
      weighing.round > 1
        ? context.t('Dit is weging {round}. Wat eerder is gewogen, blijft bewaard.', { round: weighing.round })
        : '',
    rows: [
      {
        title: context.t('Risico, aard en ernst'),
        value: weighing.assessed ? context.t('Ingeschat') : context.t('Nog niet ingeschat'),
      },
      ...questions.map((one) => answerRow(context.t, one, weighing)),
    ],
    urgent: urgentLine(context.t, file),
    next: nextLine(context),
    waiting: waitingLine(context.t, file),
    choices: weighingChoices(context),
  };
};
