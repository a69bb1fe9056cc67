import { safetyScale } from '../../protocol/safetyScale';
import {
  acceptances,
  goalResults,
  harmKinds,
  helperKinds,
  questionOf,
  riskLevels,
  weighAnswers,
  type QuestionId,
  type Step4Event,
  type WeighAnswer,
} from '../../protocol/step4Weigh';
import { described, dutchDay, type Describing, type Description, type Row } from '../entry';

/** What the table of questions makes of an answer, in words (protocol step 4). */
export const consequenceOf = (id: QuestionId, answer: WeighAnswer): string | undefined => {
  const { report, contact } = questionOf(id).leads[answer];
  if (report === 'direct') return 'Meteen melden bij Veilig Thuis, per telefoon';
  if (report === 'needed') return 'Melden bij Veilig Thuis is nodig';
  return contact ? 'Eerst contact met Veilig Thuis, dan opnieuw antwoorden' : undefined;
};

type Answered = {
  answer: WeighAnswer;
  explanation: string;
  kader: string;
  veiligThuisName?: string;
  veiligThuisOn?: string;
};

const answered = (id: QuestionId, event: Answered, ...rows: readonly Row[]): Description => {
  const { number, title } = questionOf(id);
  const { veiligThuisName, veiligThuisOn } = event;
  return described(
    `Vraag ${number} beantwoord: ${title}`,
    ['Antwoord', weighAnswers[event.answer], 'mening'],
    ...rows,
    ['Toelichting', event.explanation, 'mening'],
    ['Volgens het kader', consequenceOf(id, event.answer)],
    [
      'Samen met Veilig Thuis',
      veiligThuisName && [veiligThuisName, veiligThuisOn && dutchDay(veiligThuisOn)].join(', '),
    ],
    ['Afwegingskader', event.kader],
  );
};

/** Facts of step 4 in words. */
export const describeStep4Weigh = (event: Step4Event, _words: Describing): Description => {
  switch (event.type) {
    case 'WeighingStarted':
      return described('Nieuwe weging begonnen', ['Weging', String(event.round)], ['Reden', event.reason, 'mening']);
    case 'RiskAssessed':
      return described(
        'Risico, aard en ernst gewogen',
        ['Risico', riskLevels[event.risk], 'mening'],
        ['Waarom', event.riskText, 'mening'],
        ['Aard', event.nature.map((kind) => harmKinds[kind]).join(', '), 'mening'],
        ['Ernst', event.seriousness, 'mening'],
        ['Wat het kind zelf zegt', event.childVoice, 'uitspraak'],
        ['Cijfer voor de veiligheid', event.scale && safetyScale[event.scale], 'mening'],
        ['Wat beschermt', event.protects, 'mening'],
        ['De geweigerde toestemming', event.refusalWeighed, 'mening'],
      );
    case 'SuspicionWeighed':
      return answered('suspicion', event);
    case 'SafetyWeighed':
      return answered(
        'safety',
        event,
        ['Acuut onveilig', weighAnswers[event.acute], 'mening'],
        ['Structureel onveilig', weighAnswers[event.structural], 'mening'],
      );
    case 'HelpWeighed':
      return answered(
        'help',
        event,
        ['Wie helpt', `${helperKinds[event.helper]}: ${event.helperName}`],
        ['Is de hulp goed genoeg', weighAnswers[event.effective], 'mening'],
        ['Stopt de dreiging', weighAnswers[event.averts], 'mening'],
      );
    case 'AcceptanceWeighed':
      return answered(
        'acceptance',
        event,
        ...event.people.map(({ name, accepts }): Row => [
          'Betrokkene',
          `${name}: ${acceptances[accepts].toLowerCase()}`,
        ]),
        ['Doet iedereen actief mee', weighAnswers[event.active], 'mening'],
      );
    case 'ResultWeighed':
      return answered(
        'result',
        event,
        ['Veiligheid', weighAnswers[event.safety], 'mening'],
        ['Welzijn', weighAnswers[event.welfare], 'mening'],
        ['Herstel', weighAnswers[event.recovery], 'mening'],
        ...event.goals.map((goal, i): Row => [`Doel ${i + 1}`, goalResults[goal], 'mening']),
      );
    case 'WeighingConfirmed':
      return described(
        'De schoolleider heeft de weging bevestigd',
        ['Bevestigd', event.questions.map((id) => `vraag ${questionOf(id).number}`).join(', ')],
        ['Opmerking', event.remark, 'mening'],
      );
    case 'TalkRequested':
      return described('De schoolleider wil eerst overleg', ['Reden', event.reason, 'mening']);
  }
};
