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
import type { Dutch, Tongue } from '../text/tongue';

const categoryTitles = Object.fromEntries(Object.entries(categories).map(([code, { title }]) => [code, title]));
const examplesIn = (t: Tongue) =>
  Object.values(categories).map(({ title, items }) => ({
    title: t(title),
    text: (items as readonly Dutch[]).map((item) => t(item)).join('; '),
  }));

const flagsData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { signals, consult } = context.file;
  return {
    flags: choicesOf(context.t, flags),
    suggested: flagWords(context.t, signals.suggested),
    confirmed: flagWords(context.t, signals.flags),
    called: consult.veiligThuis.count > 0,
    link: callLink(context.school),
  };
};

/** What still looks thin before step 1 is called finished: both kinds of signals are asked for. */
const missing = ({ t, file }: FormContext): string => {
  if (countSignals(file) === 0) return t('Er is nog geen signaal vastgelegd. Leg er eerst een vast.');
  return file.signals.against === 0 ? t('Er is nog niets vastgelegd dat geruststelt. Klopt dat?') : '';
};

export const step1Forms = {
  'step1-signals/menu': step1Menu,
  'step1-signals/signal': form({
    title: 'Signaal vastleggen',
    step: 1,
    records: ['recordSignal'],
    data: ({ t }) => ({
      directions: choicesOf(t, directions),
      categories: choicesOf(t, categoryTitles),
      natures: choicesOf(t, natures),
      sources: choicesOf(t, sources),
      settings: choicesOf(t, settings),
      examples: examplesIn(t),
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
      roles: choicesOf(context.t, partners),
      ways: choicesOf(context.t, contactWays),
      urgent: flagWarning(context),
    }),
    inputs: ({ today }) => ({ withRole: 'ouder', way: 'gesprek', on: today }),
  }),
  'step1-signals/child-voice': form({
    title: 'Woorden van het kind',
    step: 1,
    records: ['recordChildVoice'],
    data: ({ t }) => ({ settings: choicesOf(t, settings) }),
    inputs: ({ today }) => ({ on: today, during: 'klas' }),
  }),
  'step1-signals/map': form({
    title: 'Stap 1 afronden',
    step: 1,
    records: ['mapSignals'],
    data: (context) => ({
      rows: signalRows(context),
      missing: missing(context),
      instruments: choicesOf(context.t, instruments),
      urgent: flagWarning(context),
    }),
    inputs: () => ({ instrument: 'signalenlijst' }),
  }),
} satisfies Record<string, Form>;
