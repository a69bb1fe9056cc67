import {
  categories,
  contactRoles,
  contactWays,
  directions,
  flags,
  instruments,
  natures,
  settings,
  sources,
} from '../protocol/step1Signals';
import { answer, type Answer } from './answer';
import { choice, choices, day, LONG, optionalText, reference, SHORT, text } from './fields';
import { flagsIn } from './step1Flags';

/** A contact with Veilig Thuis has a card of its own: only that one opens the way to the parent. */
const { 'veilig-thuis': _own, ...others } = contactRoles;
export const partners = others;

/** Protocol step 1, one answer for each command. */
export const step1Answers = {
  recordSignal: answer('recordSignal', {
    inputs: {
      text: text('Schrijf op wat je zag of hoorde.'),
      direction: choice(directions, 'Kies of het signaal zorg geeft of geruststelt.'),
      category: choice(categories, 'Kies waar het signaal over gaat.'),
      nature: choice(natures, 'Kies of dit een feit, een uitspraak of een indruk is.'),
      source: choice(sources, 'Kies van wie je dit weet.'),
      sourceName: optionalText(SHORT),
      setting: choice(settings, 'Kies waar het was.'),
      happenedOn: day('Kies de dag waarop het was.'),
    },
    toCommand: (inputs) => ({ type: 'recordSignal', ...inputs }),
  }),

  confirmFlags: answer('confirmFlags', {
    refs: { shown: reference() },
    inputs: { flags: choices(flags, 'Kies de vermoedens uit de lijst.'), reason: optionalText(LONG) },
    toCommand: (inputs, _press, { shown }) => ({ type: 'confirmFlags', shown: flagsIn(shown), ...inputs }),
  }),

  recordContact: answer('recordContact', {
    inputs: {
      withName: text('Schrijf op met wie je contact had.', SHORT),
      withRole: choice(partners, 'Kies wie dit is.'),
      way: choice(contactWays, 'Kies hoe het contact ging.'),
      on: day('Kies de dag van het contact.'),
      content: text('Schrijf op waar het contact over ging.'),
    },
    toCommand: (inputs) => ({ type: 'recordContact', ...inputs }),
  }),

  recordChildVoice: answer('recordChildVoice', {
    inputs: {
      words: text('Schrijf op wat het kind zei.'),
      on: day('Kies de dag waarop het kind dit zei.'),
      during: choice(settings, 'Kies waar het was.'),
    },
    toCommand: (inputs) => ({ type: 'recordChildVoice', ...inputs }),
  }),

  mapSignals: answer('mapSignals', {
    inputs: {
      instrument: choice(instruments, 'Kies welk instrument je gebruikte.'),
      instrumentName: optionalText(SHORT),
    },
    toCommand: (inputs) =>
      inputs.instrument === 'eigen' && !inputs.instrumentName
        ? { problems: ['Schrijf op hoe het instrument van de school heet.'] }
        : { type: 'mapSignals', ...inputs },
  }),
} satisfies Record<string, Answer>;
