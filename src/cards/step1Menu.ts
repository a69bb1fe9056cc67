import { stepText } from '../protocol/meldcode';
import { countSignals, flags } from '../protocol/step1Signals';
import type { FormContext } from './context';
import { form, type Form, offer, type Offer } from './form';
import { flagWarning } from './step1Flags';

type Row = { title: string; value: string };

/** How the signals stand, in counts: nothing that people typed. */
export const signalRows = ({ t, file: { signals } }: Pick<FormContext, 'file' | 't'>): readonly Row[] => [
  { title: t('Geeft zorg'), value: String(signals.concern) },
  { title: t('Stelt gerust'), value: String(signals.against) },
  { title: t('Nog niet duidelijk'), value: String(signals.unclear) },
];

const statusRows = (context: FormContext): readonly Row[] => {
  const { signals } = context.file;
  const lines: readonly (readonly [title: string, value: string | undefined])[] = [
    [context.t('Contacten'), signals.contacts > 0 ? String(signals.contacts) : undefined],
    [context.t('Laatste contact met een ouder'), signals.lastParentContact && context.t.day(signals.lastParentContact)],
    [context.t('Woorden van het kind'), signals.childVoices > 0 ? String(signals.childVoices) : undefined],
    [context.t('Vermoedens'), signals.flags.map((flag) => context.t(flags[flag])).join(', ') || undefined],
    [
      context.t('Stap 1 afgerond'),
      signals.mapped > 0 ? context.t('{times} keer', { times: signals.mapped }) : context.t('Nog niet'),
    ],
  ];
  return [...signalRows(context), ...lines.flatMap(([title, value]) => (value ? [{ title, value }] : []))];
};

const nextLine = ({ t, file }: FormContext): string => {
  if (file.status === 'closed') return t('Deze zaak is gesloten. Wat is vastgelegd, blijft bewaard.');
  if (countSignals(file) === 0) return t('Begin met één signaal. Je hoeft niet zeker te zijn.');
  if (file.signals.mapped > 0) return t('Stap 1 is afgerond. Je kunt altijd nog iets toevoegen.');
  return file.signals.against === 0
    ? t('Kijk ook naar wat geruststelt. Dat hoort er net zo goed bij.')
    : t('Nog een signaal? Voeg het toe. Zijn alle signalen in kaart? Rond stap 1 dan af.');
};

const signal: Offer = { title: 'Een signaal vastleggen', value: 'step1-signals/signal' };
const flagging: Offer = { title: 'Kijken of een vermoeden klopt', value: 'step1-signals/flags' };
const veiligThuis: Offer = { title: 'Contact met Veilig Thuis vastleggen', value: 'step2-consult/veilig-thuis' };
const finish: Offer = { title: 'Stap 1 afronden', value: 'step1-signals/map' };

const choicesFor = ({ t, file }: FormContext): readonly Row[] => {
  if (file.status === 'closed')
    return [
      { title: t('Alles lezen wat is vastgelegd'), value: 'shared/chronology' },
      { title: t('Het stopt niet of begint opnieuw'), value: 'step5-decide/continues' },
    ];
  const { suggested, flags: confirmed } = file.signals;
  return [
    offer(t, signal),
    { title: t('Een contact of kort gesprek vastleggen'), value: 'step1-signals/contact' },
    { title: t('Woorden van het kind vastleggen'), value: 'step1-signals/child-voice' },
    ...(suggested.length + confirmed.length > 0 ? [offer(t, flagging), offer(t, veiligThuis)] : []),
    offer(t, finish),
    { title: t('Ondersteuning vragen'), value: 'step2-consult/support' },
  ];
};

const bestChoice = ({ file }: FormContext): string => {
  const { signals, consult } = file;
  if (file.status === 'closed') return 'shared/chronology';
  if (signals.flags.length > 0 && consult.veiligThuis.count === 0) return veiligThuis.value;
  if (signals.suggested.length > 0) return flagging.value;
  return countSignals(file) === 0 || signals.against === 0 || signals.mapped > 0 ? signal.value : finish.value;
};

export const step1Menu: Form = form({
  title: 'Signalen',
  step: 1,
  records: [],
  data: (context) => {
    const { title, why, route, routeText } = stepText(1);
    return {
      title: context.t(title),
      why: context.t(why),
      route: `${context.t(route)}: ${context.t(routeText)}`,
      urgent: context.file.status === 'closed' ? '' : flagWarning(context),
      rows: statusRows(context),
      next: nextLine(context),
      choices: choicesFor(context),
    };
  },
  inputs: (context) => ({ go: bestChoice(context) }),
});
