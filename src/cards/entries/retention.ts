import { destructionGrounds, transferGrounds, type RetentionEvent } from '../../protocol/retention';
import { described, yesNo, type Describing, type Description } from '../entry';

/** How long a file stays, and that it goes, in words. */
export const describeRetention = (event: RetentionEvent, words: Describing): Description => {
  switch (event.type) {
    case 'FileTransferred':
      return described(
        words.t('Dossier overgedragen aan een andere school'),
        [words.t('Aan'), event.to],
        [words.t('Grond'), words.t(transferGrounds[event.ground])],
        [event.ground === 'zonder' ? words.t('Waarom') : words.t('Toestemming ligt'), event.proof],
        [words.t('Hoe'), event.how],
        [words.t('Dag'), words.t.day(event.on)],
      );
    case 'ReceiptConfirmed':
      return described(
        words.t('Ontvangst van het dossier bevestigd'),
        [words.t('Overdracht'), String(event.transfer)],
        [words.t('Door'), event.receiver],
        [words.t('Dag'), words.t.day(event.on)],
      );
    case 'FileHeld':
      return described(
        words.t('Dossier vastgehouden'),
        [words.t('Tot'), words.t.day(event.until)],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'DestructionDecided':
      return described(
        words.t('Besluit: dossier vernietigen'),
        [words.t('Grond'), words.t(destructionGrounds[event.ground])],
        [words.t('Reden'), event.reason, 'mening'],
        [words.t('Dossier eerst bekeken'), yesNo(words.t, event.reviewed)],
        [words.t('Bewaartermijn'), words.t('{months} maanden na het sluiten', { months: event.months })],
        [
          words.t('Niet vóór'),
          event.notBeforeAge > 0
            ? words.t('het kind {notBeforeAge} jaar is', { notBeforeAge: event.notBeforeAge })
            : undefined,
        ],
        [words.t('Besloten door'), event.as === 'leider' ? words.t('de schoolleiding') : words.t('het bestuur')],
      );
  }
};
