import { destructionGrounds, type RetentionEvent } from '../../protocol/retention';
import { described, dutchDay, yesNo, type Describing, type Description } from '../entry';

/** How long a file stays, and that it goes, in words. */
export const describeRetention = (event: RetentionEvent, _words: Describing): Description => {
  switch (event.type) {
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
