import { bottleneckThemes, closings, type ClosingEvent } from '../../protocol/closing';
import { stepText, steps } from '../../protocol/meldcode';
import { described, type Describing, type Description } from '../entry';

/** The end of a case, its return, and corrections, in words. */
export const describeClosing = (event: ClosingEvent, words: Describing): Description => {
  switch (event.type) {
    case 'CaseClosed':
      return described(
        words.t('Zaak gesloten'),
        [words.t('Hoe'), words.t(closings[event.outcome])],
        [words.t('Reden'), event.reason, 'mening'],
        ...steps.map(
          ({ step }) =>
            [
              words.t('Waarom niet: stap {step}, {short}', {
                step,
                short: words.t(stepText(step).short).toLowerCase(),
              }),
              event.missing[step],
            ] as const,
        ),
        [words.t('Terugblik'), event.evaluation, 'mening'],
        [words.t('Nazorg'), event.aftercare],
        [words.t('Knelpunt voor het beleid'), event.bottleneck],
        [
          words.t('Waar het knelpunt over gaat'),
          event.bottleneckTheme && words.t(bottleneckThemes[event.bottleneckTheme]),
        ],
        [words.t('Verdere begeleiding door'), event.furtherSupport],
      );
    case 'CaseReopened':
      return described(words.t('Zaak heropend'), [words.t('Reden'), event.reason, 'mening']);
    case 'EntryCorrected':
      return described(
        words.t('Verbetering vastgelegd'),
        [words.t('Bij nummer'), String(event.entry)],
        [words.t('Zo is het'), event.text],
        [words.t('Waarom'), event.reason],
      );
  }
};
