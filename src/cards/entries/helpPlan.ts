import { safetyScale } from '../../protocol/safetyScale';
import { arrivals, coordinators, progressKinds, safetyNow, type PlanEvent } from '../../protocol/helpPlan';
import { described, dutchDay, type Describing, type Description, type Row } from '../entry';

/** who coordinates, with the name that the team has at this school. */
export const coordinatorTitles = ({ teamNames }: Pick<Describing, 'teamNames'>) => ({
  ...coordinators,
  zorgteam: `${coordinators.zorgteam} (${teamNames.step4})`,
});

const day = (date: string | undefined): string | undefined => date && dutchDay(date);

/** The whole plan: what comes of it, by when, and who does what. */
const planMade = (event: Extract<PlanEvent, { type: 'PlanMade' }>, words: Describing): Description =>
  described(
    'Hulpplan gemaakt',
    ['Effect te merken op', dutchDay(event.until)],
    ['Casemanager', words.nameOf(event.casemanager)],
    ['Taken van de casemanager', event.casemanagerTasks],
    ['Waaraan zien we het', event.noticedBy],
    ...event.goals.map((goal, i): Row => [`Doel ${i + 1}`, goal]),
    ...event.roles.map(({ who, role }): Row => ['Rol', `${who}: ${role}`]),
    ...event.tasks.map(({ who, what }): Row => ['Taak', `${who}: ${what}`]),
    ['Collega’s met een taak', event.colleagues.map((id) => words.nameOf(id)).join(', ')],
    ['Tussentijds bespreken op', day(event.interim)],
    ['Verantwoordelijk voor het gesprek met de ouder', event.responsible && words.nameOf(event.responsible)],
    ['Wie coördineert', coordinatorTitles(words)[event.coordinator]],
    ['Besproken met de ouder', event.discussedOn ? dutchDay(event.discussedOn) : 'Nog niet'],
    ['Afspraken in de klas', event.classAgreements],
    ['Waar het handelingsplan staat', event.document],
  );

/** The help plan in words, and what came after it: progress, referrals, and whether the child is safe. */
export const describeHelpPlan = (event: PlanEvent, words: Describing): Description => {
  switch (event.type) {
    case 'PlanMade':
      return planMade(event, words);
    case 'CasemanagementAccepted':
      return described('Casemanager geworden', ['Casemanager', words.nameOf(event.by)]);
    case 'ProgressRecorded':
      return described(
        progressKinds[event.kind],
        ['Dag', dutchDay(event.on)],
        ['Wat er is gezegd of gezien', event.text],
        ['Cijfer voor de veiligheid', event.scale && safetyScale[event.scale], 'mening'],
      );
    case 'ParentReferred':
      return described(
        'Ouder doorverwezen',
        ['Waarheen', event.to],
        ['Waarvoor', event.purpose],
        ['Dag', dutchDay(event.on)],
      );
    case 'ArrivalRecorded':
      return described(
        'Gevraagd of de ouder bij de hulp is',
        ['Aangekomen', arrivals[event.arrived]],
        ['Toelichting', event.text],
      );
    case 'MonitoringAgreed':
      return described(
        'Afgesproken hoe we de veiligheid volgen',
        ['Wie volgt', event.who],
        ['Waar die op let', event.what],
        ['Hoe vaak', event.often],
        ['Eerste keer', dutchDay(event.next)],
        ['Tot en met', dutchDay(event.until)],
        ['Bij terugval', event.atRelapse],
      );
    case 'MonitoringRecorded':
      return described(
        'Veiligheid bekeken',
        ['Is het veilig', safetyNow[event.safe], 'mening'],
        ['Wat er te zien was', event.text],
        ['Cijfer voor de veiligheid', event.scale && safetyScale[event.scale], 'mening'],
        ['Dag', dutchDay(event.on)],
        ['Volgende keer', day(event.next)],
      );
  }
};
