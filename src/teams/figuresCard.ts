import type { ActionLists } from '../casefile/actionLists';
import type { Statistics } from '../casefile/statistics';
import type { Card } from '../cards/render';
import type { Directory, Person } from '../directory/directory';
import { figuresCsv } from '../dossier/figuresCsv';
import type { TextFile } from '../dossier/documents';
import { figuresOf, type Answered, type Figures, type Shown } from '../protocol/figures';
import { schoolYearOf, type QuestionName } from '../protocol/statistics';
import { localDateOf, type Instant } from '../protocol/time';
import type { Tongue } from '../text/tongue';
import { actionsToTake } from './actionsToTake';
import type { PersonalDesk } from './desk';
import { figureParts, nameOfView, viewIn, viewsOf, type FigurePart, type FiguresView } from './figuresView';

type Sources = { directory: Directory; statistics: Pick<Statistics, 'read'>; now: () => Instant };

const YEARS = 3;
const yearsUntil = (today: string): readonly string[] => {
  const first = Number(today.slice(0, 4));
  const latest = Number(schoolYearOf(today).slice(0, 4));
  return Array.from({ length: YEARS }, (_, i) => latest - i)
    .filter((year) => year <= first)
    .map((year) => `${year}-${year + 1}`);
};

export const figuresFor = async (
  { directory, statistics }: Sources,
  { school, year }: FiguresView,
): Promise<Figures> => {
  const schools = school === '' ? directory.schools().map(({ id }) => id) : [school];
  const tallies = (await Promise.all(schools.map((one) => statistics.read(one, year)))).flat();
  // A leader could be the one whom an exit is about: those are counted for the board only.
  return figuresOf(year, school === '' ? tallies : tallies.filter(({ route }) => route !== 'medewerker'));
};

/** What a chart counts, and what stands there when it can't be told: of days a small number would say something else. */
const counted = {
  cases: { unit: 'Zaken', untold: 'minder dan 5', left: 'Minder dan 5, of weggelaten' },
  days: { unit: 'Dagen', untold: 'te weinig zaken', left: 'Te weinig zaken om dagen te tellen' },
} as const;

type Row = { label: string; count: Shown };
type Chart = { title: string; rows: readonly Row[]; of?: keyof typeof counted };

const questionsOf: Readonly<Record<FigurePart, readonly QuestionName[]>> = {
  stappen: [],
  wegen: ['suspicion', 'safety', 'help', 'acceptance', 'result'],
  melden: ['talk', 'reported', 'feedback', 'planned', 'reopened'],
  knelpunten: ['bottleneck'],
};
const stepNames: readonly QuestionName[] = ['step1', 'step2', 'step3', 'step4', 'step5'];

const yesOf = (figures: Figures, names: readonly QuestionName[]): readonly Row[] =>
  names.flatMap((name) => {
    const found = figures.questions.find((one) => one.name === name);
    const yes: Answered | undefined = found?.answers.find(({ answer }) => answer === 'ja');
    return found && yes ? [{ label: found.title, count: yes.count }] : [];
  });

const chartsOf = (t: Tongue, figures: Figures, part: FigurePart): readonly Chart[] =>
  part === 'stappen'
    ? [
        { title: t('Zaken waarin een stap is gezet'), rows: yesOf(figures, stepNames) },
        { title: t('Advies en volgorde'), rows: yesOf(figures, ['consulted', 'advised', 'order']) },
        {
          title: t('Dagen tot een stap is gezet (het midden van alle zaken)'),
          of: 'days',
          rows: figures.days.map(({ step, days }) => ({ label: t('Stap {step}', { step }), count: days })),
        },
        { title: t('Zorgen buiten het stappenplan'), rows: figures.exits },
      ]
    : figures.questions
        .filter(({ name }) => questionsOf[part].includes(name))
        .map(({ title, answers }) => ({ title, rows: answers }));

const schoolRows = (t: Tongue, directory: Directory, { schools }: Figures): readonly Chart[] =>
  schools.length < 2
    ? []
    : [
        {
          title: t('Zaken per school'),
          rows: schools.map(({ schoolId, cases }) => ({
            label: directory.school(schoolId)?.name ?? t('Een school van vroeger'),
            count: cases,
          })),
        },
      ];

const leftOf = (t: Tongue, rows: readonly Row[], words: string): string => {
  const left = rows.filter(({ count }) => count === undefined).map(({ label }) => t.ours(label));
  return left.length === 0 ? '' : `${words}: ${left.join(', ')}`;
};

const withYear = (view: FiguresView, now: Instant): FiguresView =>
  view.year === '' ? { ...view, year: schoolYearOf(localDateOf(now)) } : view;

/** The figures of the audit on a card; nothing for whoever has no say in them. */
export const figuresCard = async (tools: Sources, desk: PersonalDesk, about?: string): Promise<Card | undefined> => {
  const { directory, now } = tools;
  const { t } = desk;
  const asked = viewIn(about, directory, desk.person);
  if (!asked) return undefined;
  const view = withYear(asked, now());
  const figures = await figuresFor(tools, view);
  const nameOf = (school: string): string =>
    school === '' ? directory.board.name : (directory.school(school)?.name ?? t('Een school van vroeger'));
  const told = figures.cases !== undefined;
  const charts = [
    ...(told ? chartsOf(t, figures, view.part) : []),
    ...(view.part === 'stappen' ? schoolRows(t, directory, figures) : []),
  ];
  const choices = viewsOf(directory, desk.person).flatMap((school) =>
    yearsUntil(localDateOf(now())).flatMap((year) =>
      (Object.keys(figureParts) as FigurePart[]).map((part) => ({ school, year, part })),
    ),
  );
  return desk.render('audit/figures', {
    place: nameOf(view.school),
    title: t('{part}, schooljaar {year}', { part: t(figureParts[view.part]), year: view.year }),
    summary: told
      ? t('Zaken met een stappenplan die in dit schooljaar begonnen: ongeveer {cases}.', { cases: figures.cases ?? 0 })
      : t(
          'In dit schooljaar begonnen zo weinig zaken dat er niets over te zeggen is zonder dat iemand herkend kan worden.',
        ),
    charts: charts.map(({ title, rows, of = 'cases' }) => ({
      ...{ title: t.ours(title), unit: t(counted[of].unit) },
      rows: rows.map(({ label, count }) => ({
        label: t.ours(label),
        text: count === undefined ? t(counted[of].untold) : String(count),
      })),
      bars: rows.flatMap(({ label, count }) => (count === undefined ? [] : [{ x: t.ours(label), y: count }])),
      left: leftOf(t, rows, t(counted[of].left)),
    })),
    about: nameOfView(view),
    list: `${view.school}:0`,
    views: choices.map((one) => ({
      title: `${nameOf(one.school)}, ${one.year}: ${t(figureParts[one.part]).toLowerCase()}`,
      value: `audit/figures|${nameOfView(one)}`,
    })),
    in: { go: `audit/figures|${nameOfView(view)}` },
    footer: desk.footer(),
  });
};

/** The same figures as a file, all parts at once; nothing for whoever may not see them now. */
export const figuresFile = async (
  tools: Sources & { actions: Pick<ActionLists, 'read'> },
  person: Person,
  about: string,
): Promise<TextFile | undefined> => {
  const asked = viewIn(about, tools.directory, person);
  if (!asked) return undefined;
  const view = withYear(asked, tools.now());
  const place = view.school === '' ? tools.directory.board.name : (tools.directory.school(view.school)?.name ?? '');
  const actions = await actionsToTake(tools, view);
  return figuresCsv(place, await figuresFor(tools, view), (id) => tools.directory.school(id)?.name ?? '', actions);
};
