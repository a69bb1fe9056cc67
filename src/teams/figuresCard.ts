import type { ActionLists } from '../casefile/actionLists';
import type { Statistics } from '../casefile/statistics';
import type { Card, RenderCard } from '../cards/render';
import type { Directory, Person } from '../directory/directory';
import { figuresCsv } from '../dossier/figuresCsv';
import type { TextFile } from '../dossier/documents';
import { figuresOf, type Answered, type Figures, type Shown } from '../protocol/figures';
import { schoolYearOf, type QuestionName } from '../protocol/statistics';
import { localDateOf, type Instant } from '../protocol/time';
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

const chartsOf = (figures: Figures, part: FigurePart): readonly Chart[] =>
  part === 'stappen'
    ? [
        { title: 'Zaken waarin een stap is gezet', rows: yesOf(figures, stepNames) },
        { title: 'Advies en volgorde', rows: yesOf(figures, ['consulted', 'advised', 'order']) },
        {
          title: 'Dagen tot een stap is gezet (het midden van alle zaken)',
          of: 'days',
          rows: figures.days.map(({ step, days }) => ({ label: `Stap ${step}`, count: days })),
        },
        { title: 'Zorgen buiten het stappenplan', rows: figures.exits },
      ]
    : figures.questions
        .filter(({ name }) => questionsOf[part].includes(name))
        .map(({ title, answers }) => ({ title, rows: answers }));

const schoolRows = (directory: Directory, { schools }: Figures): readonly Chart[] =>
  schools.length < 2
    ? []
    : [
        {
          title: 'Zaken per school',
          rows: schools.map(({ schoolId, cases }) => ({
            label: directory.school(schoolId)?.name ?? 'Een school van vroeger',
            count: cases,
          })),
        },
      ];

const leftOf = (rows: readonly Row[], words: string): string => {
  const left = rows.filter(({ count }) => count === undefined).map(({ label }) => label);
  return left.length === 0 ? '' : `${words}: ${left.join(', ')}`;
};

const withYear = (view: FiguresView, now: Instant): FiguresView =>
  view.year === '' ? { ...view, year: schoolYearOf(localDateOf(now)) } : view;

/** The figures of the audit on a card; nothing for whoever has no say in them. */
export const figuresCard = async (
  tools: Sources & { render: RenderCard },
  desk: PersonalDesk,
  about?: string,
): Promise<Card | undefined> => {
  const { directory, render, now } = tools;
  const asked = viewIn(about, directory, desk.person);
  if (!asked) return undefined;
  const view = withYear(asked, now());
  const figures = await figuresFor(tools, view);
  const nameOf = (school: string): string =>
    school === '' ? directory.board.name : (directory.school(school)?.name ?? 'Een school van vroeger');
  const told = figures.cases !== undefined;
  const charts = [
    ...(told ? chartsOf(figures, view.part) : []),
    ...(view.part === 'stappen' ? schoolRows(directory, figures) : []),
  ];
  const choices = viewsOf(directory, desk.person).flatMap((school) =>
    yearsUntil(localDateOf(now())).flatMap((year) =>
      (Object.keys(figureParts) as FigurePart[]).map((part) => ({ school, year, part })),
    ),
  );
  return render('audit/figures', {
    place: nameOf(view.school),
    title: `${figureParts[view.part]}, schooljaar ${view.year}`,
    summary: told
      ? `Zaken met een stappenplan die in dit schooljaar begonnen: ongeveer ${figures.cases}.`
      : 'In dit schooljaar begonnen zo weinig zaken dat er niets over te zeggen is zonder dat iemand herkend kan worden.',
    charts: charts.map(({ title, rows, of = 'cases' }) => ({
      ...{ title, unit: counted[of].unit },
      rows: rows.map(({ label, count }) => ({ label, text: count === undefined ? counted[of].untold : String(count) })),
      bars: rows.flatMap(({ label, count }) => (count === undefined ? [] : [{ x: label, y: count }])),
      left: leftOf(rows, counted[of].left),
    })),
    about: nameOfView(view),
    list: `${view.school}:0`,
    views: choices.map((one) => ({
      title: `${nameOf(one.school)}, ${one.year}: ${figureParts[one.part].toLowerCase()}`,
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
