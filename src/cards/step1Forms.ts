import {
  categories,
  contactWays,
  countSignals,
  directions,
  flags,
  instruments,
  natures,
  settings,
  sources,
} from '../protocol/step1Signals';
import type { FormContext } from './context';
import { choicesOf, form, type Form } from './form';
import { callLink } from './callLink';
import { partners } from './step1Answers';
import { flagsShown, flagWarning, flagWords } from './step1Flags';
import { signalRows, step1Menu } from './step1Menu';

const categoryTitles = Object.fromEntries(Object.entries(categories).map(([code, { title }]) => [code, title]));
const examples = Object.values(categories).map(({ title, items }) => ({ title, text: items.join('; ') }));

const flagsData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { signals, consult } = context.file;
  return {
    flags: choicesOf(flags),
    suggested: flagWords(signals.suggested),
    confirmed: flagWords(signals.flags),
    called: consult.veiligThuis.count > 0,
    link: callLink(context.school),
  };
};

/** What still looks thin before step 1 is called finished: both kinds of signals are asked for. */
const missing = ({ file }: FormContext): string => {
  if (countSignals(file) === 0) return 'Er is nog geen signaal vastgelegd. Leg er eerst een vast.';
  return file.signals.against === 0 ? 'Er is nog niets vastgelegd dat geruststelt. Klopt dat?' : '';
};

export const step1Forms = {
  'step1-signals/menu': step1Menu,
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
      examples,
    }),
    inputs: ({ today }) => ({
      happenedOn: today,
      direction: 'wijst-op-zorg',
      nature: 'feit',
      source: 'zelf',
      setting: 'klas',
    }),
  }),
  'step1-signals/flags': form({
    title: 'Eerst Veilig Thuis bellen?',
    step: 1,
    records: ['confirmFlags'],
    data: flagsData,
    // What a signal points to counts until somebody says that it does not.
    inputs: ({ file: { signals } }) => ({ flags: [...new Set([...signals.flags, ...signals.suggested])].join(',') }),
    refs: ({ file: { signals } }) => ({ shown: flagsShown(signals.suggested) }),
  }),
  'step1-signals/contact': form({
    title: 'Contact vastleggen',
    step: 1,
    records: ['recordContact'],
    data: (context) => ({
      roles: choicesOf(partners),
      ways: choicesOf(contactWays),
      urgent: flagWarning(context),
    }),
    inputs: ({ today }) => ({ withRole: 'ouder', way: 'gesprek', on: today }),
  }),
  'step1-signals/child-voice': form({
    title: 'Woorden van het kind',
    step: 1,
    records: ['recordChildVoice'],
    data: () => ({ settings: choicesOf(settings) }),
    inputs: ({ today }) => ({ on: today, during: 'klas' }),
  }),
  'step1-signals/map': form({
    title: 'Stap 1 afronden',
    step: 1,
    records: ['mapSignals'],
    data: (context) => ({
      rows: signalRows(context),
      missing: missing(context),
      instruments: choicesOf(instruments),
      urgent: flagWarning(context),
    }),
    inputs: () => ({ instrument: 'signalenlijst' }),
  }),
} satisfies Record<string, Form>;
