import { bottleneckThemes, closings, type ClosingEvent } from '../../protocol/closing';
import { stepText, steps } from '../../protocol/meldcode';
import { described, type Describing, type Description } from '../entry';

/** The end of a case, its return, and corrections, in words. */
export const describeClosing = (event: ClosingEvent, _words: Describing): Description => {
  switch (event.type) {
    case 'CaseClosed':
      return described(
        'Zaak gesloten',
        ['Hoe', closings[event.outcome]],
        ['Reden', event.reason, 'mening'],
        ...steps.map(
          ({ step }) =>
            [`Waarom niet: stap ${step}, ${stepText(step).short.toLowerCase()}`, event.missing[step]] as const,
        ),
        ['Terugblik', event.evaluation, 'mening'],
        ['Nazorg', event.aftercare],
        ['Knelpunt voor het beleid', event.bottleneck],
        ['Waar het knelpunt over gaat', event.bottleneckTheme && bottleneckThemes[event.bottleneckTheme]],
        ['Verdere begeleiding door', event.furtherSupport],
      );
    case 'CaseReopened':
      return described('Zaak heropend', ['Reden', event.reason, 'mening']);
    case 'EntryCorrected':
      return described(
        'Verbetering vastgelegd',
        ['Bij nummer', String(event.entry)],
        ['Zo is het', event.text],
        ['Waarom', event.reason],
      );
  }
};
