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
import { described, type Describing, type Description, type Row } from '../entry';
import type { Tongue } from '../../text/tongue';

/** What the table of questions makes of an answer, in words (protocol step 4). */
export const consequenceOf = (t: Tongue, id: QuestionId, answer: WeighAnswer): string | undefined => {
  const { report, contact } = questionOf(id).leads[answer];
  if (report === 'direct') return t('Meteen melden bij Veilig Thuis, per telefoon');
  if (report === 'needed') return t('Melden bij Veilig Thuis is nodig');
  return contact ? t('Eerst contact met Veilig Thuis, dan opnieuw antwoorden') : undefined;
};

type Answered = {
  answer: WeighAnswer;
  explanation: string;
  kader: string;
  veiligThuisName?: string;
  veiligThuisOn?: string;
};

const answered = (t: Tongue, id: QuestionId, event: Answered, ...rows: readonly Row[]): Description => {
  const { number, title } = questionOf(id);
  const { veiligThuisName, veiligThuisOn } = event;
  return described(
    t('Vraag {number} beantwoord: {title}', { number, title: t(title) }),
    [t('Antwoord'), t(weighAnswers[event.answer]), 'mening'],
    ...rows,
    [t('Toelichting'), event.explanation, 'mening'],
    [t('Volgens het kader'), consequenceOf(t, id, event.answer)],
    [
      t('Samen met Veilig Thuis'),
      veiligThuisName && [veiligThuisName, veiligThuisOn && t.day(veiligThuisOn)].join(', '),
    ],
    [t('Afwegingskader'), event.kader],
  );
};

/** Facts of step 4 in words. */
export const describeStep4Weigh = (event: Step4Event, words: Describing): Description => {
  switch (event.type) {
    case 'WeighingStarted':
      return described(
        words.t('Nieuwe weging begonnen'),
        [words.t('Weging'), String(event.round)],
        [words.t('Reden'), event.reason, 'mening'],
      );
    case 'RiskAssessed':
      return described(
        words.t('Risico, aard en ernst gewogen'),
        [words.t('Risico'), words.t(riskLevels[event.risk]), 'mening'],
        [words.t('Waarom'), event.riskText, 'mening'],
        [words.t('Aard'), event.nature.map((kind) => words.t(harmKinds[kind])).join(', '), 'mening'],
        [words.t('Ernst'), event.seriousness, 'mening'],
        [words.t('Wat het kind zelf zegt'), event.childVoice, 'uitspraak'],
        [words.t('Cijfer voor de veiligheid'), event.scale && words.t.ours(safetyScale[event.scale]), 'mening'],
        [words.t('Wat beschermt'), event.protects, 'mening'],
        [words.t('De geweigerde toestemming'), event.refusalWeighed, 'mening'],
      );
    case 'SuspicionWeighed':
      return answered(words.t, 'suspicion', event);
    case 'SafetyWeighed':
      return answered(
        words.t,
        'safety',
        event,
        [words.t('Acuut onveilig'), words.t(weighAnswers[event.acute]), 'mening'],
        [words.t('Structureel onveilig'), words.t(weighAnswers[event.structural]), 'mening'],
      );
    case 'HelpWeighed':
      return answered(
        words.t,
        'help',
        event,
        [words.t('Wie helpt'), `${words.t(helperKinds[event.helper])}: ${event.helperName}`],
        [words.t('Is de hulp goed genoeg'), words.t(weighAnswers[event.effective]), 'mening'],
        [words.t('Stopt de dreiging'), words.t(weighAnswers[event.averts]), 'mening'],
      );
    case 'AcceptanceWeighed':
      return answered(
        words.t,
        'acceptance',
        event,
        ...event.people.map(({ name, accepts }): Row => [
          words.t('Betrokkene'),
          `${name}: ${words.t(acceptances[accepts]).toLowerCase()}`,
        ]),
        [words.t('Doet iedereen actief mee'), words.t(weighAnswers[event.active]), 'mening'],
      );
    case 'ResultWeighed':
      return answered(
        words.t,
        'result',
        event,
        [words.t('Veiligheid'), words.t(weighAnswers[event.safety]), 'mening'],
        [words.t('Welzijn'), words.t(weighAnswers[event.welfare]), 'mening'],
        [words.t('Herstel'), words.t(weighAnswers[event.recovery]), 'mening'],
        ...event.goals.map((goal, i): Row => [
          words.t('Doel {number}', { number: i + 1 }),
          words.t(goalResults[goal]),
          'mening',
        ]),
      );
    case 'WeighingConfirmed':
      return described(
        words.t('De schoolleider heeft de weging bevestigd'),
        [
          words.t('Bevestigd'),
          event.questions.map((id) => words.t('vraag {number}', { number: questionOf(id).number })).join(', '),
        ],
        [words.t('Opmerking'), event.remark, 'mening'],
      );
    case 'TalkRequested':
      return described(words.t('De schoolleider wil eerst overleg'), [words.t('Reden'), event.reason, 'mening']);
  }
};
