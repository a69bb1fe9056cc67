import type { Dutch } from '../text/tongue';
import { acceptances, goalResults, harmKinds, helperKinds, riskLevels, weighAnswers } from '../protocol/step4Weigh';
import { safetyScale } from '../protocol/safetyScale';
import type { LocalDate } from '../protocol/time';
import { answer, type Answer } from './answer';
import { choice, choices, count, optionalChoice, optionalDay, optionalText, SHORT, text } from './fields';
import { rowsOf } from './rows';

/** Longest text on the card of the inputs; four of them must fit on one card beside the summary. */
const ASSESS = 800;
const REMARK = 1000;

const round = { round: count() };
const explanation = text('Schrijf op waarom je dit antwoord kiest.');
const withVeiligThuis = {
  veiligThuisName: optionalText(SHORT),
  veiligThuisOn: optionalDay('Kies de dag waarop je Veilig Thuis sprak.'),
};
const accepts = 'Kies of deze persoon de hulp aanneemt.';
const goalResult = () => optionalChoice(goalResults, 'Kies bij elk doel of het is behaald.');

type Together = { veiligThuisName?: string | undefined; veiligThuisOn?: LocalDate | undefined };
/** Whether Veilig Thuis is needed is for the protocol to say; here only that what was filled in is whole and past. */
const togetherProblems = (
  { veiligThuisName, veiligThuisOn }: Together,
  today: LocalDate,
): { problems: readonly Dutch[] } | undefined => {
  if ((veiligThuisName === undefined) !== (veiligThuisOn === undefined))
    return { problems: ['Vul in wie je bij Veilig Thuis sprak, en op welke dag.'] };
  if (veiligThuisOn && veiligThuisOn > today)
    return { problems: ['Kies bij Veilig Thuis een dag die al is geweest, of vandaag.'] };
  return undefined;
};

/** Protocol step 4, one answer for each command. The round comes from the card: an old card can't answer a new weighing. */
export const step4Answers = {
  startWeighing: answer('startWeighing', {
    inputs: { reason: text('Schrijf op waarom je opnieuw weegt.', REMARK) },
    toCommand: ({ reason }) => ({ type: 'startWeighing', reason }),
  }),
  assessRisk: answer('assessRisk', {
    inputs: {
      risk: choice(riskLevels, 'Kies hoe groot het risico is.'),
      riskText: text('Schrijf op waarom je het risico zo inschat.', ASSESS),
      nature: choices(harmKinds, 'Kies om wat voor geweld of verwaarlozing het kan gaan.', 1),
      seriousness: text('Schrijf op hoe ernstig het is.', ASSESS),
      childVoice: optionalText(ASSESS),
      scale: optionalChoice(safetyScale, 'Kies een cijfer van 0 tot 10.'),
      protects: optionalText(ASSESS),
      refusalWeighed: optionalText(ASSESS),
    },
    refs: round,
    toCommand: (inputs, _press, refs) => ({ type: 'assessRisk', round: refs.round, ...inputs }),
  }),
  weighSuspicion: answer('weighSuspicion', {
    inputs: { answer: choice(weighAnswers, 'Kies ja, nee of twijfel.'), explanation },
    refs: round,
    toCommand: (inputs, _press, refs) => ({ type: 'weighSuspicion', round: refs.round, ...inputs }),
  }),
  weighSafety: answer('weighSafety', {
    inputs: {
      acute: choice(weighAnswers, 'Kies of het kind acuut onveilig is.'),
      structural: choice(weighAnswers, 'Kies of het kind structureel onveilig is.'),
      explanation,
    },
    refs: round,
    toCommand: (inputs, _press, refs) => ({ type: 'weighSafety', round: refs.round, ...inputs }),
  }),
  weighHelp: answer('weighHelp', {
    inputs: {
      helper: choice(helperKinds, 'Kies wie kan helpen.'),
      helperName: text('Schrijf op wie helpt: naam en functie.', SHORT),
      effective: choice(weighAnswers, 'Kies of deze hulp goed genoeg is.'),
      averts: choice(weighAnswers, 'Kies of de dreiging dan stopt.'),
      explanation,
      ...withVeiligThuis,
    },
    refs: round,
    toCommand: (inputs, { today }, refs) =>
      togetherProblems(inputs, today) ?? { type: 'weighHelp', round: refs.round, ...inputs },
  }),
  weighAcceptance: answer('weighAcceptance', {
    inputs: {
      person1Name: text('Schrijf op om wie het gaat.', SHORT),
      person1Accepts: choice(acceptances, accepts),
      person2Name: optionalText(SHORT),
      person2Accepts: optionalChoice(acceptances, accepts),
      person3Name: optionalText(SHORT),
      person3Accepts: optionalChoice(acceptances, accepts),
      active: choice(weighAnswers, 'Kies of iedereen actief meedoet.'),
      explanation,
      ...withVeiligThuis,
    },
    refs: round,
    toCommand: (inputs, { today }, refs) => {
      const { person1Name, person1Accepts, person2Name, person2Accepts, person3Name, person3Accepts, ...rest } = inputs;
      const people = rowsOf(
        'Vul bij elke persoon een naam in én of die de hulp aanneemt.',
        [person1Name, person1Accepts],
        [person2Name, person2Accepts],
        [person3Name, person3Accepts],
      );
      if ('problems' in people) return people;
      const named = people.rows.map(([name, accepted]) => ({ name, accepts: accepted }));
      return togetherProblems(rest, today) ?? { type: 'weighAcceptance', round: refs.round, people: named, ...rest };
    },
  }),
  weighResult: answer('weighResult', {
    inputs: {
      safety: choice(weighAnswers, 'Kies of de veiligheid beter is, zoals afgesproken.'),
      welfare: choice(weighAnswers, 'Kies of het welzijn beter is, zoals afgesproken.'),
      recovery: choice(weighAnswers, 'Kies of er herstel is, zoals afgesproken.'),
      goal1: goalResult(),
      goal2: goalResult(),
      goal3: goalResult(),
      goal4: goalResult(),
      goal5: goalResult(),
      goal6: goalResult(),
      explanation,
      ...withVeiligThuis,
    },
    refs: { ...round, goals: count() },
    toCommand: (inputs, { today }, refs) => {
      const { goal1, goal2, goal3, goal4, goal5, goal6, ...rest } = inputs;
      const shown = [goal1, goal2, goal3, goal4, goal5, goal6].slice(0, refs.goals);
      const goals = shown.flatMap((goal) => (goal ? [goal] : []));
      if (goals.length < shown.length) return { problems: ['Kies bij elk doel of het is behaald.'] };
      return togetherProblems(rest, today) ?? { type: 'weighResult', round: refs.round, goals, ...rest };
    },
  }),
  confirmWeighing: answer('confirmWeighing', {
    inputs: { remark: optionalText(REMARK) },
    refs: { ...round, shown: count() },
    toCommand: ({ remark }, _press, refs) => ({
      type: 'confirmWeighing',
      round: refs.round,
      shown: refs.shown,
      remark,
    }),
  }),
  requestTalk: answer('requestTalk', {
    inputs: { reason: text('Schrijf op waarover je wilt overleggen.', REMARK) },
    refs: round,
    toCommand: ({ reason }, _press, refs) => ({ type: 'requestTalk', round: refs.round, reason }),
  }),
} satisfies Record<string, Answer>;
