import { isLeaderRole } from '../protocol/roles';
import { categoryOf, type CategoryCode } from '../protocol/step1Signals';
import { hasWrittenConsent, openness, teams, type Team } from '../protocol/step2Consult';
import type { FormContext, SchoolView } from './context';
import { choicesOf } from './form';
import { consentLine } from './step2Consent';

/** What a team is called here; both can have the same name, so the kind stands before it. */
export const teamTitle = (team: Team, { t, teamNames }: Pick<SchoolView, 'teamNames' | 't'>): string =>
  `${t(teams[team])}: ${team === 'schoolteam' ? teamNames.step3 : teamNames.step4}`;

/** what may be said without consent. Counts and subjects only; the words of the file can give a child away. */
const anonymousSummary = ({ t, entries, file }: FormContext): readonly { text: string }[] => {
  const subjects = new Map<CategoryCode, number>();
  for (const { event } of entries)
    if (event.type === 'SignalRecorded' && event.direction !== 'spreekt-tegen')
      subjects.set(event.category, (subjects.get(event.category) ?? 0) + 1);
  const { concern, against, unclear } = file.signals;
  const { veiligThuis } = file.consult;
  return [
    {
      text: t('Signalen die zorg geven: {concern}. Die geruststellen: {against}. Nog niet duidelijk: {unclear}.', {
        concern,
        against,
        unclear,
      }),
    },
    ...[...subjects].map(([code, times]) => ({
      text: t('{title}: {times} keer.', { title: t(categoryOf(code).title), times }),
    })),
    ...(veiligThuis.count > 0
      ? [{ text: t('Advies van Veilig Thuis: {count} keer.', { count: veiligThuis.count }) }]
      : []),
    { text: t('Gesprekken met ouders: {count}.', { count: file.conversations.withParent }) },
  ];
};

/** what gives a child away. */
const leaveOut = [
  'Noem geen naam, ook niet van ouders, broertjes of zusjes.',
  'Noem geen klas, school, straat of plaats.',
  'Noem geen bijzonder feit waaraan iemand het gezin herkent: een ziekte, een beroep, een gebeurtenis.',
] as const;

export const teamData = (context: FormContext): Readonly<Record<string, unknown>> => ({
  teams: (['schoolteam', 'zorgteam'] as const).map((value) => ({ title: teamTitle(value, context.school), value })),
  modes: choicesOf(context.t, openness),
  consent: consentLine(context) || context.t('Er is nog geen toestemming van ouders vastgelegd.'),
  missing: !hasWrittenConsent(context.file),
  summary: anonymousSummary(context),
  leaveOut: leaveOut.map((text) => ({ text: context.t(text) })),
});

type ToTell = FormContext['file']['consult']['toTell'][number];

/** 'Zorgteam: diepteteam, di 24 november 2026' */
export const toTellTitle = ({ of, on }: ToTell, school: Pick<SchoolView, 'teamNames' | 't'>): string =>
  `${of === 'plan' ? school.t('Hulpplan') : teamTitle(of, school)}, ${school.t.day(on)}`;

/** what the zorgteam made of it is told by the intern begeleider or the school leader. */
const mayTell = ({ of }: ToTell, { viewer }: FormContext): boolean =>
  of !== 'zorgteam' || viewer.roles.some((role) => role === 'intern-begeleider' || isLeaderRole(role));

/** What this person may tell a parent now, the oldest first. */
export const tellable = (context: FormContext): readonly ToTell[] =>
  context.file.consult.toTell.filter((one) => mayTell(one, context));

/** The outcome that this card is about: the one pointed to, else the oldest that this person may tell. */
const toldOf = (context: FormContext): ToTell | undefined =>
  context.about === undefined
    ? (tellable(context)[0] ?? context.file.consult.toTell[0])
    : context.file.consult.toTell.find(({ about }) => about === context.about);

export const tellRef = (context: FormContext): { about: string } => ({
  about: toldOf(context)?.about ?? context.about ?? 'geen',
});

export const tellData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const told = toldOf(context);
  const may = told !== undefined && mayTell(told, context);
  const notice = told
    ? context.t('De intern begeleider of de schoolleider vertelt dit aan de ouder.')
    : context.t('Dit is al gedaan, of het hoeft niet meer.');
  return {
    may,
    notice: may ? '' : notice,
    subject: told ? toTellTitle(told, context.school) : '',
    risks: context.file.consult.veiligThuis.risks ?? '',
  };
};
