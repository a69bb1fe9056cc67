import { coordinators } from '../protocol/helpPlan';
import type { LocalDate } from '../protocol/time';
import { answer } from './answer';
import type { Press } from './context';
import { choice, day, farthest, optionalDay, optionalText, personId, personIds, SHORT, text } from './fields';
import { insideColleagues, isOneOf, mayBeResponsible } from './helpPlanPeople';
import { rowsOf } from './rows';
import { MIDDLE } from './step3Answers';
import type { Dutch } from '../text/tongue';

/** Longest goal: six of them stand on one card at question 5. */
export const GOAL = 300;
const TASK = 400;

/** A compact list of people can't be emptied again, so it has a choice for that. */
export const nobody = 'geen';

export const LATE = 'Kies een dag binnen vijf jaar.';
export const tooLate = (today: LocalDate, ...days: readonly (LocalDate | undefined)[]): boolean =>
  days.some((one) => one !== undefined && one > farthest(today));

type Named = {
  casemanager: string;
  colleagues: readonly string[];
  responsible: string | undefined;
};

/** Ids come from a card, so a client can send any: only people of this school count. */
const peopleProblems = ({ casemanager, colleagues, responsible }: Named, { school }: Press): readonly Dutch[] => {
  const inside = insideColleagues(school);
  return [
    ...(isOneOf(inside, casemanager) ? [] : (['Kies een casemanager uit de lijst.'] as const)),
    ...(colleagues.every((id) => isOneOf(inside, id)) ? [] : (['Kies collega’s uit de lijst.'] as const)),
    ...(responsible === undefined || isOneOf(mayBeResponsible(school), responsible)
      ? []
      : (['Kies wie verantwoordelijk is uit de lijst: de intern begeleider of de schoolleider.'] as const)),
  ];
};

type Dates = { until: LocalDate; interim: LocalDate | undefined };
const dateProblems = ({ until, interim }: Dates, { today }: Press): readonly Dutch[] => [
  ...(tooLate(today, until) ? ([LATE] as const) : []),
  ...(interim !== undefined && (interim <= today || interim > until)
    ? (['Kies voor het tussentijdse gesprek een dag na vandaag, en niet na de laatste dag van het plan.'] as const)
    : []),
];

/** The plan itself. Whether it is whole enough to be one, the protocol says (I-11). */
export const makePlan = answer('makePlan', {
  inputs: {
    until: day('Kies op welke dag het effect te merken moet zijn.'),
    noticedBy: text('Schrijf op waaraan jullie het effect zien.', MIDDLE),
    goal1: text('Schrijf ten minste één concreet doel op.', GOAL),
    goal2: optionalText(GOAL),
    goal3: optionalText(GOAL),
    goal4: optionalText(GOAL),
    goal5: optionalText(GOAL),
    goal6: optionalText(GOAL),
    role1Who: text('Schrijf op wie een rol heeft.', SHORT),
    role1Role: text('Schrijf op welke rol deze persoon heeft.', SHORT),
    role2Who: optionalText(SHORT),
    role2Role: optionalText(SHORT),
    role3Who: optionalText(SHORT),
    role3Role: optionalText(SHORT),
    role4Who: optionalText(SHORT),
    role4Role: optionalText(SHORT),
    casemanager: personId('Kies een casemanager.'),
    casemanagerTasks: text('Schrijf op wat de casemanager doet.', MIDDLE),
    task1Who: optionalText(SHORT),
    task1What: optionalText(TASK),
    task2Who: optionalText(SHORT),
    task2What: optionalText(TASK),
    task3Who: optionalText(SHORT),
    task3What: optionalText(TASK),
    colleagues: personIds('Kies collega’s uit de lijst, hoogstens tien.', 0),
    coordinator: choice(coordinators, 'Kies wie de hulp coördineert.'),
    responsible: optionalText(64),
    interim: optionalDay('Kies een dag voor het tussentijdse gesprek.'),
    discussedOn: optionalDay('Kies de dag waarop je het plan met de ouder besprak.'),
    classAgreements: optionalText(MIDDLE),
    document: optionalText(GOAL),
  },
  toCommand: (inputs, press) => {
    const { goal1, goal2, goal3, goal4, goal5, goal6, ...withoutGoals } = inputs;
    const { role1Who, role1Role, role2Who, role2Role, role3Who, role3Role, role4Who, role4Role, ...withoutRoles } =
      withoutGoals;
    const { task1Who, task1What, task2Who, task2What, task3Who, task3What, ...rest } = withoutRoles;
    const roles = rowsOf(
      'Vul bij elke rol in wie het is én welke rol die heeft.',
      [role1Who, role1Role],
      [role2Who, role2Role],
      [role3Who, role3Role],
      [role4Who, role4Role],
    );
    const tasks = rowsOf(
      'Vul bij elke taak in wie het doet én wat.',
      [task1Who, task1What],
      [task2Who, task2What],
      [task3Who, task3What],
    );
    if ('problems' in roles) return roles;
    if ('problems' in tasks) return tasks;
    const responsible = rest.responsible === nobody ? undefined : rest.responsible;
    const problems = [...peopleProblems({ ...rest, responsible }, press), ...dateProblems(rest, press)];
    if (problems.length > 0) return { problems };
    return {
      type: 'makePlan',
      id: press.key,
      ...rest,
      responsible,
      goals: [goal1, goal2, goal3, goal4, goal5, goal6].filter((goal) => goal !== undefined),
      roles: roles.rows.map(([who, role]) => ({ who, role })),
      tasks: tasks.rows.map(([who, what]) => ({ who, what })),
      // Whoever manages the case sees the file itself and is asked apart.
      colleagues: rest.colleagues.filter((id) => id !== rest.casemanager),
    };
  },
});
