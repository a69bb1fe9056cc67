import { safetyScale } from '../protocol/safetyScale';
import { arrivals, progressKinds, safetyNow } from '../protocol/helpPlan';
import { answer, type Answer } from './answer';
import { choice, day, optionalChoice, optionalDay, optionalText, reference, SHORT, text } from './fields';
import { LATE, makePlan, tooLate } from './helpPlanMake';
import { MIDDLE } from './step3Answers';

/** The help plan, and what is recorded after it; one answer for each command. */
export const helpPlanAnswers = {
  makePlan,

  acceptCasemanagement: answer('acceptCasemanagement', {
    inputs: {},
    toCommand: () => ({ type: 'acceptCasemanagement' }),
  }),

  recordProgress: answer('recordProgress', {
    inputs: {
      kind: choice(progressKinds, 'Kies wat je wilt vastleggen.'),
      on: day('Kies de dag.'),
      text: text('Schrijf op hoe het gaat, of wat jullie bespraken.'),
      scale: optionalChoice(safetyScale, 'Kies een cijfer van 0 tot 10.'),
    },
    toCommand: (inputs) => ({ type: 'recordProgress', ...inputs }),
  }),

  referParent: answer('referParent', {
    inputs: {
      to: text('Schrijf op waarheen je de ouder verwees.', SHORT),
      purpose: text('Schrijf op waarvoor je verwees.', MIDDLE),
      on: day('Kies de dag van de verwijzing.'),
    },
    toCommand: (inputs, { key }) => ({ type: 'referParent', id: key, ...inputs }),
  }),

  recordArrival: answer('recordArrival', {
    inputs: {
      arrived: choice(arrivals, 'Kies of de ouder bij de hulp is aangekomen.'),
      text: optionalText(MIDDLE),
    },
    refs: { referral: reference() },
    toCommand: (inputs, _press, { referral }) => ({ type: 'recordArrival', referral, ...inputs }),
  }),

  agreeMonitoring: answer('agreeMonitoring', {
    inputs: {
      who: text('Schrijf op wie de veiligheid volgt.', SHORT),
      what: text('Schrijf op waar die persoon op let.', MIDDLE),
      often: text('Schrijf op hoe vaak.', SHORT),
      next: day('Kies de eerste dag waarop jullie kijken.'),
      until: day('Kies tot en met welke dag jullie volgen.'),
      atRelapse: text('Schrijf op wat jullie doen als het misgaat.', MIDDLE),
    },
    toCommand: (inputs, { key, today }) => {
      const { next, until } = inputs;
      if (next < today) return { problems: ['Kies voor de eerste keer een dag die nog komt, of vandaag.'] };
      if (until < next) return { problems: ['De laatste dag ligt vóór de eerste keer kijken. Kies een latere dag.'] };
      if (tooLate(today, until)) return { problems: [LATE] };
      return { type: 'agreeMonitoring', id: key, ...inputs };
    },
  }),

  recordMonitoring: answer('recordMonitoring', {
    inputs: {
      safe: choice(safetyNow, 'Kies of het veilig is.'),
      text: text('Schrijf op wat je zag of hoorde.'),
      on: day('Kies de dag waarop je keek.'),
      next: optionalDay('Kies de volgende dag waarop jullie kijken.'),
      scale: optionalChoice(safetyScale, 'Kies een cijfer van 0 tot 10.'),
    },
    refs: { monitoring: reference() },
    toCommand: (inputs, { today }, { monitoring }) => {
      const { next, on } = inputs;
      if (next !== undefined && (next < today || next <= on))
        return { problems: ['Kies voor de volgende keer een dag die nog komt.'] };
      return tooLate(today, next) ? { problems: [LATE] } : { type: 'recordMonitoring', monitoring, ...inputs };
    },
  }),
} satisfies Record<string, Answer>;
