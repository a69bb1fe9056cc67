import { weighAnswers } from '../protocol/step4Weigh';
import {
  feedbackOutcomes,
  reportChannels,
  reportTalkPartners,
  reportWaiverGrounds,
  withheldGrounds,
} from '../protocol/step5Decide';
import { instantOf } from '../protocol/time';
import { answer, type Answer } from './answer';
import { choice, count, day, LONG, optionalDay, optionalText, SHORT, text, time, toggle } from './fields';
import { optionalPick, yesNoChoices } from './pick';
import { MIDDLE } from './step3Answers';
import type { Dutch } from '../text/tongue';

type Objection = {
  objection: string | undefined;
  objectionOf: string | undefined;
  howMet: string | undefined;
  objectionSolved: boolean;
};

/** an objection is recorded with whose it is and what was done about it. Whether it must be weighed, the protocol says. */
const objectionProblems = (given: Objection): { problems: readonly Dutch[] } | undefined => {
  const { objection, objectionOf, howMet, objectionSolved } = given;
  if (!objection) {
    const loose = Object.values(given).some((part) => part !== undefined && part !== false);
    return loose
      ? { problems: ['Schrijf op wat het bezwaar is. Is er geen bezwaar? Laat dan alles daarover leeg.'] }
      : undefined;
  }
  if (!objectionOf) return { problems: ['Schrijf op van wie het bezwaar is.'] };
  return objectionSolved && !howMet ? { problems: ['Schrijf op hoe het bezwaar is opgelost.'] } : undefined;
};

/** Protocol step 5, one answer for each command. */
export const step5Answers = {
  decideReport: answer('decideReport', {
    inputs: {
      decision: choice(yesNoChoices, 'Kies of jullie melden.'),
      canProtect: choice(weighAnswers, 'Kies of jullie het kind genoeg kunnen beschermen.'),
      reason: text('Schrijf op waarom je dit besluit.'),
    },
    // The round of the card: a decision on an old weighing is none.
    refs: { round: count() },
    toCommand: ({ decision, ...inputs }, _press, { round }) => ({
      type: 'decideReport',
      round,
      report: decision === 'ja',
      ...inputs,
    }),
  }),

  discussReport: answer('discussReport', {
    inputs: {
      with: choice(reportTalkPartners, 'Kies met wie je praatte.'),
      on: day('Kies de dag van het gesprek.'),
      who: text('Schrijf op wie er bij het gesprek waren.', SHORT),
      explained: text('Schrijf op wat je uitlegde.', LONG),
      reaction: text('Schrijf op hoe er werd gereageerd.', LONG),
      objection: optionalText(MIDDLE),
      objectionOf: optionalText(SHORT),
      howMet: optionalText(MIDDLE),
      objectionSolved: toggle(),
      weighedNature: optionalText(MIDDLE),
      weighedSeriousness: optionalText(MIDDLE),
      weighedNecessity: optionalText(MIDDLE),
      protectionPrevails: optionalPick(yesNoChoices, 'Kies of bescherming de doorslag geeft.'),
    },
    toCommand: ({ with: partner, on, who, explained, reaction, ...objection }) =>
      objectionProblems(objection) ?? {
        type: 'discussReport',
        with: partner,
        on,
        who,
        explained,
        reaction,
        ...objection,
        objectionSolved: objection.objection ? objection.objectionSolved : undefined,
      },
  }),

  waiveReportTalk: answer('waiveReportTalk', {
    inputs: {
      ground: choice(reportWaiverGrounds, 'Kies waarom je de melding niet bespreekt.'),
      reason: text('Leg uit waarom je dit besluit.'),
    },
    toCommand: (inputs) => ({ type: 'waiveReportTalk', ...inputs }),
  }),

  makeReport: answer('makeReport', {
    inputs: {
      reportedDay: day('Kies de dag van de melding.'),
      reportedTime: time('Kies hoe laat de melding was.'),
      reportedBy: text('Schrijf op wie de melding deed.', SHORT),
      spokeWith: text('Schrijf op wie je bij Veilig Thuis sprak.', SHORT),
      channel: choice(reportChannels, 'Kies hoe je meldde.'),
      reference: optionalText(SHORT),
      nameWithheld: toggle(),
      withheldGround: optionalPick(withheldGrounds, 'Kies waarom het gezin de naam niet hoort.'),
      agreements: text('Schrijf op wat jullie zelf nog doen. Niets? Schrijf dan waarom niet.', LONG),
      whyDirect: optionalText(MIDDLE),
    },
    toCommand: ({ reportedDay, reportedTime, ...inputs }) =>
      inputs.withheldGround && !inputs.nameWithheld
        ? { problems: ['Je koos waarom het gezin de naam niet hoort. Zet dan ook het vinkje daarboven aan.'] }
        : { type: 'makeReport', ...inputs, reportedAt: instantOf(reportedDay, reportedTime) },
  }),

  recordFeedback: answer('recordFeedback', {
    inputs: {
      outcome: choice(feedbackOutcomes, 'Kies of Veilig Thuis iets liet weten.'),
      on: day('Kies de dag.'),
      spokeWith: optionalText(SHORT),
      decision: optionalText(LONG),
    },
    refs: { report: count() },
    // the answer of Veilig Thuis is recorded, not only that there was one.
    toCommand: (inputs, _press, { report }) =>
      inputs.outcome === 'terugkoppeling' && !inputs.decision
        ? { problems: ['Schrijf op wat Veilig Thuis besloot of vertelde.'] }
        : { type: 'recordFeedback', report, ...inputs },
  }),

  decideHelp: answer('decideHelp', {
    inputs: {
      schoolCan: choice(yesNoChoices, 'Kies of de school genoeg hulp kan bieden of regelen.'),
      familyCan: choice(yesNoChoices, 'Kies of de betrokkenen kunnen en willen meedoen.'),
      reason: text('Schrijf op waarom je dit besluit.'),
      veiligThuisName: optionalText(SHORT),
      veiligThuisOn: optionalDay('Kies de dag waarop je Veilig Thuis sprak.'),
      familyOn: optionalDay('Kies de dag waarop je de betrokkenen sprak.'),
      familyGround: optionalPick(reportWaiverGrounds, 'Kies waarom je de betrokkenen niet sprak.'),
    },
    toCommand: ({ schoolCan, familyCan, ...inputs }) => ({
      type: 'decideHelp',
      schoolCan: schoolCan === 'ja',
      familyCan: familyCan === 'ja',
      ...inputs,
    }),
  }),

  reportContinues: answer('reportContinues', {
    inputs: {
      what: text('Schrijf op wat er gebeurde.'),
      on: day('Kies de dag waarop je het merkte.'),
    },
    toCommand: (inputs) => ({ type: 'reportContinues', ...inputs }),
  }),
} satisfies Record<string, Answer>;
