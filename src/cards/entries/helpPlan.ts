import { safetyScale } from '../../protocol/safetyScale';
import { arrivals, coordinators, progressKinds, safetyNow, type PlanEvent } from '../../protocol/helpPlan';
import { described, type Describing, type Description, type Row } from '../entry';
import type { Tongue } from '../../text/tongue';

/** who coordinates, with the name that the team has at this school. */
export const coordinatorTitles = ({ t, teamNames }: Pick<Describing, 'teamNames' | 't'>) => ({
  school: t(coordinators.school),
  zorgteam: `${t(coordinators.zorgteam)} (${teamNames.step4})`,
});

const day = (t: Tongue, date: string | undefined): string | undefined => date && t.day(date);

/** The whole plan: what comes of it, by when, and who does what. */
const planMade = (event: Extract<PlanEvent, { type: 'PlanMade' }>, words: Describing): Description =>
  described(
    words.t('Hulpplan gemaakt'),
    [words.t('Effect te merken op'), words.t.day(event.until)],
    [words.t('Casemanager'), words.nameOf(event.casemanager)],
    [words.t('Taken van de casemanager'), event.casemanagerTasks],
    [words.t('Waaraan zien we het'), event.noticedBy],
    ...event.goals.map((goal, i): Row => [words.t('Doel {number}', { number: i + 1 }), goal]),
    ...event.roles.map(({ who, role }): Row => [words.t('Rol'), `${who}: ${role}`]),
    ...event.tasks.map(({ who, what }): Row => [words.t('Taak'), `${who}: ${what}`]),
    [words.t('Collega’s met een taak'), event.colleagues.map((id) => words.nameOf(id)).join(', ')],
    [words.t('Tussentijds bespreken op'), day(words.t, event.interim)],
    [words.t('Verantwoordelijk voor het gesprek met de ouder'), event.responsible && words.nameOf(event.responsible)],
    [words.t('Wie coördineert'), coordinatorTitles(words)[event.coordinator]],
    [words.t('Besproken met de ouder'), event.discussedOn ? words.t.day(event.discussedOn) : words.t('Nog niet')],
    [words.t('Afspraken in de klas'), event.classAgreements],
    [words.t('Waar het handelingsplan staat'), event.document],
  );

/** The help plan in words, and what came after it: progress, referrals, and whether the child is safe. */
export const describeHelpPlan = (event: PlanEvent, words: Describing): Description => {
  switch (event.type) {
    case 'PlanMade':
      return planMade(event, words);
    case 'CasemanagementAccepted':
      return described(words.t('Casemanager geworden'), [words.t('Casemanager'), words.nameOf(event.by)]);
    case 'ProgressRecorded':
      return described(
        words.t(progressKinds[event.kind]),
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Wat er is gezegd of gezien'), event.text],
        [words.t('Cijfer voor de veiligheid'), event.scale && words.t.ours(safetyScale[event.scale]), 'mening'],
      );
    case 'ParentReferred':
      return described(
        words.t('Ouder doorverwezen'),
        [words.t('Waarheen'), event.to],
        [words.t('Waarvoor'), event.purpose],
        [words.t('Dag'), words.t.day(event.on)],
      );
    case 'ArrivalRecorded':
      return described(
        words.t('Gevraagd of de ouder bij de hulp is'),
        [words.t('Aangekomen'), words.t(arrivals[event.arrived])],
        [words.t('Toelichting'), event.text],
      );
    case 'MonitoringAgreed':
      return described(
        words.t('Afgesproken hoe we de veiligheid volgen'),
        [words.t('Wie volgt'), event.who],
        [words.t('Waar die op let'), event.what],
        [words.t('Hoe vaak'), event.often],
        [words.t('Eerste keer'), words.t.day(event.next)],
        [words.t('Tot en met'), words.t.day(event.until)],
        [words.t('Bij terugval'), event.atRelapse],
      );
    case 'MonitoringRecorded':
      return described(
        words.t('Veiligheid bekeken'),
        [words.t('Is het veilig'), words.t(safetyNow[event.safe]), 'mening'],
        [words.t('Wat er te zien was'), event.text],
        [words.t('Cijfer voor de veiligheid'), event.scale && words.t.ours(safetyScale[event.scale]), 'mening'],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Volgende keer'), day(words.t, event.next)],
      );
  }
};
