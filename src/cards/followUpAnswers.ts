import { carriers } from '../protocol/followUp';
import { improvements } from '../protocol/step5Decide';
import { answer, type Answer } from './answer';
import { choice, count, day, personId, reference, text } from './fields';
import { insideColleagues, isOneOf } from './helpPlanPeople';
import { MIDDLE } from './step3Answers';

const NOT_ONE_OF_US = { problems: ['Kies een collega van deze school.'] } as const;
const term = { term: reference() };

/** What people answer to a reminder, and who goes on with the case. */
export const followUpAnswers = {
  postponeTerm: answer('postponeTerm', {
    inputs: { until: day('Kies een dag.'), reason: text('Schrijf op waarom je het uitstelt.', MIDDLE) },
    refs: term,
    toCommand: (inputs, _press, refs) => ({ type: 'postponeTerm', ...refs, ...inputs }),
  }),

  passOnTerm: answer('passOnTerm', {
    inputs: {
      to: choice(carriers, 'Kies wie het overneemt.'),
      reason: text('Schrijf op waarom een ander dit doet.', MIDDLE),
    },
    refs: term,
    toCommand: (inputs, _press, refs) => ({ type: 'passOnTerm', ...refs, ...inputs }),
  }),

  checkImprovement: answer('checkImprovement', {
    inputs: {
      better: choice(improvements, 'Kies of het beter gaat.'),
      text: text('Schrijf op waaraan je dat merkt.'),
      on: day('Kies de dag.'),
    },
    refs: { report: count() },
    toCommand: (inputs, _press, { report }) => ({ type: 'checkImprovement', report, ...inputs }),
  }),

  seeConcern: answer('seeConcern', { inputs: {}, toCommand: () => ({ type: 'seeConcern' }) }),

  reassignOwner: answer('reassignOwner', {
    inputs: { to: personId('Kies een collega.'), reason: text('Schrijf op waarom je de zaak overdraagt.', MIDDLE) },
    toCommand: (inputs, { school }) =>
      isOneOf(insideColleagues(school), inputs.to) ? { type: 'reassignOwner', ...inputs } : NOT_ONE_OF_US,
  }),

  reassignCasemanager: answer('reassignCasemanager', {
    inputs: {
      to: personId('Kies een collega.'),
      reason: text('Schrijf op waarom er een andere casemanager komt.', MIDDLE),
    },
    toCommand: (inputs, { school }) =>
      isOneOf(insideColleagues(school), inputs.to) ? { type: 'reassignCasemanager', ...inputs } : NOT_ONE_OF_US,
  }),

  declineCasemanagement: answer('declineCasemanagement', {
    inputs: { reason: text('Schrijf op waarom het niet kan.', MIDDLE) },
    toCommand: (inputs) => ({ type: 'declineCasemanagement', ...inputs }),
  }),
} satisfies Record<string, Answer>;
