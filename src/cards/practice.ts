import { dossierCheck, type CheckQuestion } from '../protocol/dossierCheck';
import { stepText } from '../protocol/meldcode';
import { progress, stepStates } from '../protocol/progress';
import type { FormContext } from './context';
import { form, type Form } from './form';
import { training } from './training';
import type { Dutch } from '../text/tongue';

/** What somebody who practised hears of the questions that a complaints committee would ask: done, or for next time. */
const words: Readonly<Record<CheckQuestion, { good: Dutch; next: Dutch }>> = {
  ownCode: {
    good: 'Je hebt alle stappen gezet.',
    next: 'Zet alle stappen, of schrijf op waarom een stap er niet was.',
  },
  reason: { good: 'Je zorgen staan vast, met wat je zag.', next: 'Leg eerst vast wat je zag of hoorde.' },
  apart: { good: 'Je hield feiten en indrukken uit elkaar.', next: 'Houd feiten, uitspraken en indrukken uit elkaar.' },
  sources: { good: 'Bij elk signaal staat van wie het komt.', next: 'Schrijf bij elk signaal van wie je het hebt.' },
  reports: {
    good: 'Van elk gesprek is bekend of het verslag is getekend.',
    next: 'Leg na een gesprek vast of het verslag is getekend.',
  },
  parentsTold: {
    good: 'De ouder weet van je zorgen.',
    next: 'Praat met de ouder over de signalen. Kan dat niet? Leg vast waarom.',
  },
  meldingTold: {
    good: 'De ouder weet van de melding.',
    next: 'Bespreek een melding eerst met de ouder. Kan dat niet? Leg vast waarom.',
  },
  objections: { good: 'Je hebt het bezwaar gewogen.', next: 'Weeg een bezwaar van de ouder, en schrijf op hoe.' },
  doubt: { good: 'Je twijfelde en vroeg Veilig Thuis om advies.', next: 'Bel bij twijfel Veilig Thuis.' },
  decider: {
    good: 'De schoolleider heeft je weging bevestigd.',
    next: 'Maak de weging af. Dan kan de schoolleider haar bevestigen.',
  },
  order: {
    good: 'Je woog eerst en nam daarna de twee besluiten.',
    next: 'Weeg eerst. Neem daarna besluit 1, en dan besluit 2.',
  },
};

const recapData = ({ t, file, entries }: FormContext): Readonly<Record<string, unknown>> => {
  const checked = dossierCheck(
    file,
    entries.map(({ event }) => event),
  );
  const said = (state: 'goed' | 'open', kind: 'good' | 'next') =>
    checked.filter((line) => line.state === state).map(({ id }) => ({ text: t(words[id][kind]) }));
  return {
    steps: progress(file).steps.map(({ step, state }) => ({
      title: t('Stap {step}. {title}', { step, title: t(stepText(step).title) }),
      state: t(stepStates[state]),
    })),
    good: said('goed', 'good'),
    open: said('open', 'next'),
    training,
  };
};

export const practiceForms = {
  'practice/begin': form({
    title: 'Oefenen',
    records: [],
    caseless: true,
    data: ({ t }) => ({
      story: t(
        'Sam Voorbeeld van 8 jaar zit bij jou in groep 5. Sam is moe, komt zonder eten en had vandaag een blauwe plek.',
      ),
    }),
  }),
  /** what went well by the protocol's own checks, and where to go on learning. */
  'practice/recap': form({ title: 'Zo ging je oefening', records: [], history: true, data: recapData }),
} satisfies Record<string, Form>;
