import type { CaseFile } from '../caseFile';
import { said } from '../decision';
import { unsafe } from '../duty';
import {
  type WeighAnswer,
  type QuestionId,
  type Step4Event,
  type Weighing,
  newWeighing,
  owedAnswers,
} from '../step4Weigh';

/** A new round does not wipe out a no that asked for a melding (R-020, I-09); a doubt is asked again in that round. */
const carriedOn = (file: CaseFile): Pick<CaseFile, 'carried'> => {
  const refused = owedAnswers(file).filter((id) => file.weighing?.answers[id] === 'nee');
  const carried = [...new Set([...(file.carried ?? []), ...refused])];
  return carried.length > 0 ? { carried } : {};
};

export const rememberWeighing = (file: CaseFile, event: Step4Event): CaseFile => {
  const weighing = file.weighing?.round === event.round ? file.weighing : newWeighing(event.round);
  const now = (change: Partial<Weighing>): CaseFile => ({ ...file, weighing: { ...weighing, ...change } });
  const answered = (id: QuestionId, answer: WeighAnswer): CaseFile =>
    now({
      answers: { ...weighing.answers, [id]: answer },
      answeredAt: { ...weighing.answeredAt, [id]: event.at },
      given: weighing.given + 1,
      authors: weighing.authors.includes(event.by) ? weighing.authors : [...weighing.authors, event.by],
      confirmed: weighing.confirmed.filter((one) => one !== id),
      talkRequested: false,
    });
  switch (event.type) {
    case 'WeighingStarted':
      return { ...file, ...carriedOn(file), weighing: newWeighing(event.round) };
    case 'RiskAssessed': {
      const assessed = now({ assessed: true });
      return said(event.refusalWeighed) ? { ...assessed, consult: { ...assessed.consult, refusals: [] } } : assessed;
    }
    case 'SuspicionWeighed':
      return answered('suspicion', event.answer);
    case 'SafetyWeighed': {
      const weighed = answered('safety', event.answer);
      return event.answer === 'nee' ? weighed : unsafe(weighed, event.at);
    }
    case 'HelpWeighed':
      return answered('help', event.answer);
    case 'AcceptanceWeighed':
      return answered('acceptance', event.answer);
    case 'ResultWeighed':
      return answered('result', event.answer);
    case 'WeighingConfirmed':
      return now({ confirmed: event.questions, talkRequested: false });
    case 'TalkRequested':
      return now({ talkRequested: true });
  }
};
