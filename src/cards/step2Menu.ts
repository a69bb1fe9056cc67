import { isLeaderOf } from '../protocol/roles';
import { stepText } from '../protocol/meldcode';
import { hasConsulted, openConsultations } from '../protocol/step2Consult';
import { localDateOf } from '../protocol/time';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { form, type Form, offer, type Offer } from './form';
import { flagWarning } from './step1Flags';
import { awaitsSingle, consentLine, consentRows } from './step2Consent';
import { answeredChoices } from './step2Requests';
import { tellable, toTellTitle } from './step2Team';

type Row = { title: string; value: string };
const MOST_TO_TELL = 4;
const veiligThuis: Offer = { title: 'Contact met Veilig Thuis vastleggen', value: 'step2-consult/veilig-thuis' };

const statusRows = ({ t, file }: FormContext): readonly Row[] => {
  const { consult } = file;
  const all = Object.values(file.consultations);
  const answered = all.filter(({ state }) => state === 'beantwoord').length;
  const open = openConsultations(file).length;
  const last = consult.veiligThuis.lastAt;
  const lines: readonly (readonly [title: string, value: string | undefined])[] = [
    [
      t('Vragen aan collega’s'),
      all.length > 0 ? t('{answered} beantwoord, {open} open', { answered, open }) : t('Nog geen'),
    ],
    [t('Overleg buiten Teams'), consult.outside > 0 ? t('{times} keer', { times: consult.outside }) : undefined],
    [t('Overleg buiten de school'), consult.external > 0 ? t('{times} keer', { times: consult.external }) : undefined],
    [
      t('Veilig Thuis'),
      last
        ? t('{count} keer, laatst op {day}', { count: consult.veiligThuis.count, day: t.day(localDateOf(last)) })
        : t('Nog geen contact'),
    ],
    [
      t('Letseldeskundige'),
      consult.injuryExperts > 0 ? t('{times} keer', { times: consult.injuryExperts }) : undefined,
    ],
    [
      t('Besproken in een team'),
      consult.teamDiscussions > 0 ? t('{times} keer', { times: consult.teamDiscussions }) : undefined,
    ],
    [t('Nog te vertellen aan de ouder'), consult.toTell.length > 0 ? String(consult.toTell.length) : undefined],
  ];
  return lines.flatMap(([title, value]) => (value ? [{ title, value }] : []));
};

const nextLine = ({ t, file }: FormContext): string => {
  if (file.status === 'closed') return t('Deze zaak is gesloten. Contact met Veilig Thuis kun je nog vastleggen.');
  if (hasConsulted(file)) return t('Je hebt overlegd. Twijfel je nog? Vraag dan advies aan Veilig Thuis.');
  return openConsultations(file).length > 0
    ? t('Je collega is gevraagd. Je kunt intussen verder met de andere stappen.')
    : t('Bespreek de signalen met een deskundige collega, bijvoorbeeld de intern begeleider.');
};

const tellChoices = (context: FormContext): readonly Row[] =>
  tellable(context)
    .slice(0, MOST_TO_TELL)
    .map((one) => ({
      title: context.t('Aan de ouder vertellen: {toTellTitle}', { toTellTitle: toTellTitle(one, context.school) }),
      value: `step2-consult/inform-parent|${one.about}`,
    }));

const requestChoices = (context: FormContext): readonly Row[] => {
  const many = Object.keys(context.file.consultations).length;
  if (many === 0) return [];
  return [
    ...answeredChoices(context).slice(-1),
    { title: context.t('Alle vragen bekijken'), value: 'step2-consult/requests' },
  ];
};

const choicesFor = (context: FormContext): readonly Row[] => {
  const { file, viewer, school } = context;
  // Veilig Thuis and telling the parent go on after closing; the rest waits until the case opens again.
  if (file.status === 'closed')
    return [...tellChoices(context), offer(context.t, veiligThuis), ...requestChoices(context)];
  return [
    ...tellChoices(context),
    { title: context.t('Een collega om advies vragen'), value: 'step2-consult/ask' },
    ...requestChoices(context),
    { title: context.t('Overleg vastleggen dat al is geweest'), value: 'step2-consult/outside' },
    offer(context.t, veiligThuis),
    { title: context.t('Letseldeskundige vastleggen'), value: 'step2-consult/injury-expert' },
    { title: context.t('Toestemming van een ouder vastleggen'), value: 'step2-consult/consent' },
    ...(isLeaderOf(viewer, file) && awaitsSingle(context)
      ? [{ title: context.t('Toestemming van één ouder accepteren'), value: 'step2-consult/single-consent' }]
      : []),
    { title: context.t('Bespreking in een team vastleggen'), value: 'step2-consult/team' },
    {
      title: context.t('Ondersteuning vragen ({step4})', { step4: school.teamNames.step4 }),
      value: 'step2-consult/support',
    },
  ];
};

const bestChoice = (context: FormContext): string => {
  const { file } = context;
  const choices = choicesFor(context);
  if (flagWarning(context) !== '') return veiligThuis.value;
  const telling = choices.find(({ value }) => value.startsWith('step2-consult/inform-parent'));
  if (telling) return telling.value;
  const answer = choices.find(({ value }) => value.startsWith('step2-consult/answered'));
  if (answer) return answer.value;
  if (file.status === 'closed') return veiligThuis.value;
  return openConsultations(file).length > 0 ? 'step2-consult/requests' : 'step2-consult/ask';
};

export const step2Menu: Form = form({
  title: 'Overleg',
  step: 2,
  records: [],
  data: (context) => {
    const { title, why, route, routeText } = stepText(2);
    return {
      title: context.t(title),
      why: context.t(why),
      route: context.t('{route}: {routeText} Het team van de school heet bij jullie {step3}.', {
        route: context.t(route),
        routeText: context.t(routeText),
        step3: context.school.teamNames.step3,
      }),
      urgent: context.file.status === 'closed' ? '' : flagWarning(context),
      link: callLink(context.school),
      rows: statusRows(context),
      consents: consentRows(context),
      consent: consentLine(context),
      next: nextLine(context),
      choices: choicesFor(context),
    };
  },
  inputs: (context) => ({ go: bestChoice(context) }),
});
