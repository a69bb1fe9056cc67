import {
  categoryOf,
  contactRoles,
  contactWays,
  directions,
  flags,
  instruments,
  natures,
  settings,
  sources,
  type Step1Event,
} from '../../protocol/step1Signals';
import { described, dutchDay, type Describing, type Description } from '../entry';

/** Step 1 in words: what was seen, what it does to the concern, and where it comes from. */
export const describeStep1Signals = (event: Step1Event, _words: Describing): Description => {
  switch (event.type) {
    case 'SignalRecorded':
      return described(
        'Signaal vastgelegd',
        ['Signaal', event.text, event.nature],
        ['Wat het doet met de zorg', directions[event.direction]],
        ['Onderwerp', categoryOf(event.category).title],
        ['Soort', natures[event.nature]],
        ['Bron', event.sourceName ? `${sources[event.source]}: ${event.sourceName}` : sources[event.source]],
        ['Waar', settings[event.setting]],
        ['Dag', dutchDay(event.happenedOn)],
      );
    case 'FlagsConfirmed':
      return described(
        'Vermoedens bekeken',
        [
          'Eerst Veilig Thuis bellen wegens',
          event.flags.map((flag) => flags[flag]).join(', ') || 'Geen vermoeden',
          'mening',
        ],
        ['Reden', event.reason, 'mening'],
      );
    case 'ContactRecorded':
      return described(
        'Contact vastgelegd',
        ['Met', `${event.withName} (${contactRoles[event.withRole].toLowerCase()})`],
        ['Hoe', contactWays[event.way]],
        ['Dag', dutchDay(event.on)],
        ['Inhoud', event.content, 'uitspraak'],
      );
    case 'ChildVoiceRecorded':
      return described(
        'Woorden van het kind vastgelegd',
        ['Het kind zei', event.words, 'uitspraak'],
        ['Dag', dutchDay(event.on)],
        ['Waar', settings[event.during]],
      );
    case 'SignalsMapped':
      return described(
        'Signalen in kaart gebracht',
        ['Instrument', instruments[event.instrument]],
        ['Naam van het instrument', event.instrumentName],
      );
  }
};
