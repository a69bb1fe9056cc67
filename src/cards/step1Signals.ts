import { categories, directions, natures, settings, sources } from '../protocol/step1Signals';
import { answer, type Answer } from './answer';
import { choice, day, optionalText, SHORT, text } from './fields';
import { choicesOf, form, type Form } from './form';

const categoryTitles = Object.fromEntries(Object.entries(categories).map(([code, { title }]) => [code, title]));

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
} satisfies Record<string, Answer>;

export const step1Forms = {
  'step1-signals/signal': form({
    title: 'Signaal vastleggen',
    step: 1,
    records: ['recordSignal'],
    data: () => ({
      directions: choicesOf(directions),
      categories: choicesOf(categoryTitles),
      natures: choicesOf(natures),
      sources: choicesOf(sources),
      settings: choicesOf(settings),
    }),
    inputs: ({ today, about }) => ({
      happenedOn: today,
      direction: 'wijst-op-zorg',
      nature: 'feit',
      source: 'zelf',
      setting: 'klas',
      text: about ?? '',
    }),
  }),
} satisfies Record<string, Form>;
