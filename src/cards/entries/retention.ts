import { destructionGrounds, transferGrounds, type RetentionEvent } from '../../protocol/retention';
import { described, dutchDay, yesNo, type Describing, type Description } from '../entry';

/** How long a file stays, and that it goes, in words. */
export const describeRetention = (event: RetentionEvent, _words: Describing): Description => {
  switch (event.type) {
    case 'FileTransferred':
      return described(
        'Dossier overgedragen aan een andere school',
        ['Aan', event.to],
        ['Grond', transferGrounds[event.ground]],
        [event.ground === 'zonder' ? 'Waarom' : 'Toestemming ligt', event.proof],
        ['Hoe', event.how],
        ['Dag', dutchDay(event.on)],
      );
    case 'ReceiptConfirmed':
      return described(
        'Ontvangst van het dossier bevestigd',
        ['Overdracht', String(event.transfer)],
        ['Door', event.receiver],
        ['Dag', dutchDay(event.on)],
      );
    case 'FileHeld':
      return described('Dossier vastgehouden', ['Tot', dutchDay(event.until)], ['Reden', event.reason, 'mening']);
    case 'DestructionDecided':
      return described(
        'Besluit: dossier vernietigen',
        ['Grond', destructionGrounds[event.ground]],
        ['Reden', event.reason, 'mening'],
        ['Dossier eerst bekeken', yesNo(event.reviewed)],
        ['Bewaartermijn', `${event.months} maanden na het sluiten`],
        ['Niet vóór', event.notBeforeAge > 0 ? `het kind ${event.notBeforeAge} jaar is` : undefined],
        ['Besloten door', event.as === 'leider' ? 'de schoolleiding' : 'het bestuur'],
      );
  }
};
