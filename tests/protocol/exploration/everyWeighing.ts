import { emptyCase, evolve, type CaseEvent, type CaseFile } from '../../../src/protocol/caseFile';
import { decide, type Command } from '../../../src/protocol/decide';
import type { Refusal } from '../../../src/protocol/decision';
import type { Actor } from '../../../src/protocol/roles';
import type { Flag } from '../../../src/protocol/step1Signals';
import type { WeighAnswer } from '../../../src/protocol/step4Weigh';
import { before, board, casemanager, consulted, deputy, ibEr, leader, now, otherTeacher } from '../given';
import { stranger, teacher } from '../given';
import { planMade, riskAssessed, weighSafety } from '../laterSamples';
import { asked, consent, flagged, opened, veiligThuisContact } from '../samples';
import { together, weigh } from '../samples4to5';

/** Everybody on whom a case can come, and what the protocol lets them do in it: work on it, lead it, answer, or nothing. */
export const people: readonly (readonly [Actor, 'works' | 'leads' | 'asked' | 'none'])[] = [
  [teacher, 'works'],
  [ibEr, 'works'],
  [casemanager, 'works'],
  [leader, 'leads'],
  [deputy, 'leads'],
  [consulted, 'asked'],
  [board, 'none'],
  [otherTeacher, 'none'],
  [stranger, 'none'],
];

export const allFlags: readonly (Flag | undefined)[] = [undefined, 'seksueel-misbruik', 'vgv', 'eergerelateerd'];
const consents = ['none', 'refused', 'refused and weighed'] as const;

/** One case before anybody decides: what is on file, and what was answered. */
export type Situation = {
  flag: Flag | undefined;
  spoken: boolean;
  consent: (typeof consents)[number];
  suspicion?: WeighAnswer;
  acute?: WeighAnswer;
  structural?: WeighAnswer;
  help?: WeighAnswer;
  acceptance?: WeighAnswer;
  result?: WeighAnswer;
};
type Visit = (file: CaseFile, situation: Situation) => void;

const refusedConsent = consent({ outcome: 'geweigerd' });
const onFile = ({ flag, spoken, consent: said }: Situation): readonly CaseEvent[] => [
  opened(),
  asked(),
  planMade(),
  ...(flag ? [flagged({ flags: [flag] })] : []),
  ...(spoken ? [veiligThuisContact({ contactAt: before })] : []),
  ...(said === 'refused' ? [riskAssessed(), refusedConsent] : []),
  ...(said === 'refused and weighed' ? [refusedConsent, riskAssessed({ refusalWeighed: 'Dat is zorgelijk' })] : []),
  ...(said === 'none' ? [riskAssessed()] : []),
];

export const refusalOf = (file: CaseFile, command: Command, by: Actor = teacher): Refusal | undefined => {
  const judgement = decide(command, file, { by, at: now, length: 9 });
  return 'refusal' in judgement ? judgement.refusal : undefined;
};

export const after = (file: CaseFile, command: Command, by: Actor = teacher): CaseFile => {
  const judgement = decide(command, file, { by, at: now, length: 9 });
  if ('refusal' in judgement) throw new Error(`${command.type}: ${judgement.refusal}`);
  return judgement.events.reduce(evolve, file);
};

const answers = ['ja', 'nee', 'twijfel'] as const;
const plainQuestions = ['suspicion', 'help', 'acceptance', 'result'] as const;

const withSafety = (file: CaseFile, situation: Situation, visit: Visit): void => {
  visit(file, situation);
  for (const acute of answers)
    for (const structural of answers)
      visit(after(file, weighSafety({ acute, structural })), { ...situation, acute, structural });
};

/** Each question left open, or answered in each way; each part of question 2 apart. */
const withAnswers = (
  file: CaseFile,
  situation: Situation,
  left: readonly (typeof plainQuestions)[number][],
  visit: Visit,
): void => {
  const [question, ...rest] = left;
  if (!question) return visit(file, situation);
  withAnswers(file, situation, rest, visit);
  for (const answer of answers)
    withAnswers(after(file, weigh(question, answer, together)), { ...situation, [question]: answer }, rest, visit);
};

/** Every weighing on every file: the answers, the two kinds of unsafety, the flags, a contact with Veilig Thuis, the consent. */
export const everyWeighing = (visit: Visit, flags = allFlags): void => {
  for (const flag of flags)
    for (const spoken of [false, true])
      for (const said of consents) {
        const situation: Situation = { flag, spoken, consent: said };
        withSafety(onFile(situation).reduce(evolve, emptyCase), situation, (file, one) =>
          withAnswers(file, one, plainQuestions, visit),
        );
      }
};
