import { stepText } from '../protocol/meldcode';
import { flags, type Flag } from '../protocol/step1Signals';
import { preContactRefusal, talkOutcomes, waiverGrounds } from '../protocol/step3Conversation';
import { localDateOf } from '../protocol/time';
import { callLink } from './callLink';
import type { FormContext } from './context';
import { shorten } from './factsOnFile';
import { form, type Form, offer, type Offer } from './form';
import type { Tongue } from '../text/tongue';

const named = (t: Tongue, which: readonly Flag[]): string =>
  which.map((flag) => t(flags[flag]).toLowerCase()).join(', ');

/** R-092 in words, while no talk with a parent may be held yet; '' when nothing is in the way. */
const gateWords = (context: FormContext): string => {
  const { file, now } = context;
  const gate = preContactRefusal(file, 'ouder', now);
  if (!gate) return '';
  if (gate === 'veilig-thuis-first')
    return context.t(
      'Praat nog niet met een ouder. Er is een vermoeden: {named}. Bel nu met spoed Veilig Thuis: {callLink}. Leg dat contact daarna vast. Niemand op school kan deze regel overslaan.',
      { named: named(context.t, file.signals.flags), callLink: callLink(context.school) },
    );
  return context.t(
    'Praat nog niet met een ouder. Een signaal kan wijzen op: {named}. Kijk eerst of dat vermoeden klopt, of bel met spoed Veilig Thuis: {callLink}.',
    { named: named(context.t, file.signals.suggested), callLink: callLink(context.school) },
  );
};

/** What stands above every form about a talk: the gate, and the risks that Veilig Thuis named. */
export const warnings = (context: FormContext): { gate: string; risks: string } => ({
  gate: gateWords(context),
  risks: shorten(context.file.consult.veiligThuis.risks ?? '', 600),
});

type Goal = { title: string; value: string };
const signatureGoals = ({ t, file: { conversations } }: FormContext): readonly Goal[] => {
  const { lastId, signaturesOpen } = conversations;
  if (!lastId) return [];
  const earlier = signaturesOpen.filter((id) => id !== lastId).slice(-4);
  return [
    { title: t('Handtekening vastleggen (laatste gesprek)'), value: `step3-conversation/signature|${lastId}` },
    ...earlier.map((id, i) => ({
      title: t('Handtekening vastleggen (eerder gesprek {number})', { number: i + 1 }),
      value: `step3-conversation/signature|${id}`,
    })),
  ];
};

const overview: Offer = { title: 'Naar het overzicht', value: 'shared/hub' };

const goalsOf = (context: FormContext, gate: string): readonly Goal[] => {
  if (context.file.kind !== 'stappenplan') return [offer(context.t, overview)];
  if (context.file.status === 'closed') return [...signatureGoals(context), offer(context.t, overview)];
  const first: Goal[] = gate
    ? [
        { title: context.t('Contact met Veilig Thuis vastleggen'), value: 'step2-consult/veilig-thuis' },
        ...(context.file.signals.suggested.length > 0
          ? [{ title: context.t('Kijken of het vermoeden klopt'), value: 'step1-signals/flags' }]
          : []),
      ]
    : [];
  return [
    ...first,
    { title: context.t('Gesprek voorbereiden'), value: 'step3-conversation/prepare' },
    { title: context.t('Gesprek plannen'), value: 'step3-conversation/plan' },
    { title: context.t('Gesprek vastleggen'), value: 'step3-conversation/record' },
    ...signatureGoals(context),
    { title: context.t('Hulp vragen bij het gesprek: een collega of Veilig Thuis'), value: 'step2-consult/menu' },
    { title: context.t('Vastleggen dat een gesprek niet kan'), value: 'step3-conversation/waive' },
  ];
};

const bestGoal = ({ file, now }: FormContext, gate: string): string => {
  const { conversations } = file;
  if (gate && file.status === 'open') return 'step2-consult/veilig-thuis';
  if (conversations.planned && conversations.planned <= now) return 'step3-conversation/record';
  const told = conversations.withParent > 0 || conversations.waived !== undefined;
  if (told && conversations.lastId && conversations.signaturesOpen.length > 0)
    return `step3-conversation/signature|${conversations.signaturesOpen.at(-1)}`;
  return 'step3-conversation/prepare';
};

const menuStatus = ({ t, file: { conversations } }: FormContext): readonly Goal[] => {
  const { withParent, withPupil, planned, lastOutcome, signaturesOpen, waived, alone } = conversations;
  const lines: readonly (readonly [title: string, value: string | undefined])[] = [
    [t('Gesprekken met ouders'), String(withParent)],
    [t('Gesprekken met de leerling'), String(withPupil)],
    [t('Gepland'), planned && t.moment(planned)],
    [t('Laatste uitkomst'), lastOutcome && t(talkOutcomes[lastOutcome])],
    [t('Zonder collega gevoerd'), alone > 0 ? String(alone) : undefined],
    [t('Handtekening nog open'), signaturesOpen.length > 0 ? String(signaturesOpen.length) : undefined],
    [t('Geen gesprek'), waived && `${t(waiverGrounds[waived.ground])} (${t.day(localDateOf(waived.at))})`],
  ];
  return lines.flatMap(([title, value]) => (value ? [{ title, value }] : []));
};

const nextWords = ({ t, file: { conversations, status } }: FormContext): string => {
  if (status === 'closed') return t('Deze zaak is gesloten. Een handtekening kun je nog vastleggen.');
  if (conversations.otherCause)
    return t('De zorgen hebben een andere oorzaak. Via het overzicht kun je de zaak sluiten, met een reden.');
  return conversations.recognised ? t('De ouder herkent de zorgen. Zoek samen naar kansen en oplossingen.') : '';
};

const menuData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { title, why, route, routeText } = stepText(3);
  const shown = warnings(context);
  return {
    ...shown,
    title: context.t(title),
    status: menuStatus(context),
    next: nextWords(context),
    why: context.t(why),
    route: context.t('{route}: {routeText} Op jouw school heet dit team: {step3}.', {
      route: context.t(route),
      routeText: context.t(routeText),
      step3: context.school.teamNames.step3,
    }),
    goals: goalsOf(context, shown.gate),
  };
};

export const step3Menu: Form = form({
  title: 'Gesprek',
  step: 3,
  records: [],
  data: menuData,
  inputs: (context) => {
    const gate = gateWords(context);
    const goals = goalsOf(context, gate);
    const best = bestGoal(context, gate);
    return { go: goals.some(({ value }) => value === best) ? best : (goals[0]?.value ?? '') };
  },
});
