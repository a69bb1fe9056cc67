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
import { described, type Describing, type Description } from '../entry';

/** Step 1 in words: what was seen, what it does to the concern, and where it comes from. */
export const describeStep1Signals = (event: Step1Event, words: Describing): Description => {
  switch (event.type) {
    case 'SignalRecorded':
      return described(
        words.t('Signaal vastgelegd'),
        [words.t('Signaal'), event.text, event.nature],
        [words.t('Wat het doet met de zorg'), words.t(directions[event.direction])],
        [words.t('Onderwerp'), words.t(categoryOf(event.category).title)],
        [words.t('Soort'), words.t(natures[event.nature])],
        [
          words.t('Bron'),
          event.sourceName ? `${words.t(sources[event.source])}: ${event.sourceName}` : words.t(sources[event.source]),
        ],
        [words.t('Waar'), words.t(settings[event.setting])],
        [words.t('Dag'), words.t.day(event.happenedOn)],
      );
    case 'FlagsConfirmed':
      return described(
        words.t('Vermoedens bekeken'),
        [
          words.t('Eerst Veilig Thuis bellen wegens'),
          event.flags.map((flag) => words.t(flags[flag])).join(', ') || words.t('Geen vermoeden'),
          'mening',
        ],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'ContactRecorded':
      return described(
        words.t('Contact vastgelegd'),
        [words.t('Met'), `${event.withName} (${words.t(contactRoles[event.withRole]).toLowerCase()})`],
        [words.t('Hoe'), words.t(contactWays[event.way])],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Inhoud'), event.content, 'uitspraak'],
      );
    case 'ChildVoiceRecorded':
      return described(
        words.t('Woorden van het kind vastgelegd'),
        [words.t('Het kind zei'), event.words, 'uitspraak'],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Waar'), words.t(settings[event.during])],
      );
    case 'SignalsMapped':
      return described(
        words.t('Signalen in kaart gebracht'),
        [words.t('Instrument'), words.t(instruments[event.instrument])],
        [words.t('Naam van het instrument'), event.instrumentName],
      );
  }
};
