import { bottleneckThemes, closings } from '../protocol/closing';
import { answer, type Answer } from './answer';
import { choice, count, LONG, optionalChoice, optionalText, SHORT, text } from './fields';

const MIDDLE = 1000;
const BRIEF = 240;

export const closingAnswers = {
  closeCase: answer('closeCase', {
    inputs: {
      outcome: choice(closings, 'Kies hoe deze zaak sluit.'),
      reason: text('Schrijf op waarom je de zaak sluit.', MIDDLE),
      missing1: optionalText(BRIEF),
      missing2: optionalText(BRIEF),
      missing3: optionalText(BRIEF),
      missing4: optionalText(BRIEF),
      missing5: optionalText(BRIEF),
      evaluation: optionalText(MIDDLE),
      aftercare: optionalText(MIDDLE),
      bottleneck: optionalText(MIDDLE),
      bottleneckTheme: optionalChoice(bottleneckThemes, 'Kies waar het knelpunt over gaat.'),
      furtherSupport: optionalText(SHORT),
    },
    toCommand: ({ missing1, missing2, missing3, missing4, missing5, ...inputs }) => ({
      type: 'closeCase',
      ...inputs,
      missing: {
        ...(missing1 && { 1: missing1 }),
        ...(missing2 && { 2: missing2 }),
        ...(missing3 && { 3: missing3 }),
        ...(missing4 && { 4: missing4 }),
        ...(missing5 && { 5: missing5 }),
      },
    }),
  }),
  undoStart: answer('undoStart', { inputs: {}, toCommand: () => ({ type: 'undoStart' }) }),
  reopenCase: answer('reopenCase', {
    inputs: { reason: text('Schrijf op waarom je de zaak heropent.', MIDDLE) },
    toCommand: ({ reason }) => ({ type: 'reopenCase', reason }),
  }),
  correctEntry: answer('correctEntry', {
    refs: { entry: count() },
    inputs: {
      text: text('Schrijf op hoe het wel is.', LONG),
      reason: text('Schrijf op waarom je dit verbetert.', MIDDLE),
    },
    toCommand: (inputs, _press, { entry }) => ({ type: 'correctEntry', entry, ...inputs }),
  }),
} satisfies Record<string, Answer>;
