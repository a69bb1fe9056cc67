import type { CaseEvent } from '../../../src/protocol/caseFile';
import type { QuestionId } from '../../../src/protocol/step4Weigh';
import type { Instant } from '../../../src/protocol/time';
import { answersIn, facts, isFact, reportedOnOrAfter, roundOf, saysUnsafe, type Past, type Weighed } from './past';

/** When a melding is owed, by the protocol's steps 4 and 5, read from the facts alone. */

const fulfils = (event: CaseEvent): boolean =>
  event.type === 'ReportMade' || (event.type === 'ReportDecided' && event.departs);

/** The facts since the last melding, or the last departure from the norm, that still ask for one. */
const unanswered = (past: Past): Past => {
  const from = past.findLastIndex(fulfils) + 1;
  return past.filter(
    (event, i) => i >= from && (event.type === 'ContinuesReported' || saysUnsafe(event, past.slice(0, i))),
  );
};
export const unsafeNow = (past: Past): boolean => unanswered(past).some((event) => event.type !== 'ContinuesReported');
/** "Het stopt niet" that nobody answered, and since when. Danger outweighs it. */
export const continuesSince = (past: Past): Instant | undefined =>
  unsafeNow(past) ? undefined : unanswered(past).findLast(isFact('ContinuesReported'))?.at;

const isNo = ({ answer }: Weighed): boolean => answer === 'nee';
const helpQuestions: readonly QuestionId[] = ['help', 'acceptance', 'result'];
const aboutHelp = (past: Past, round: number): Weighed[] =>
  helpQuestions.flatMap((id) => answersIn(past, round)[id] ?? []).filter(({ answer }) => answer !== 'ja');

/** An answer to questions 3 to 5 that asks for a melding which nobody made, or departed from, on that day or later. */
const owesFor = (past: Past, answer: Weighed): boolean => {
  const decision = facts(past, 'ReportDecided').at(-1);
  return !reportedOnOrAfter(past, answer.at) && !(decision?.departs && decision.at >= answer.at);
};
/** Answers of rounds before this one: a no that asked for a melding at the moment the next round began, until one is made. */
const carried = (past: Past): boolean =>
  past.some((event, i) => {
    if (event.type !== 'WeighingStarted') return false;
    const then = past.slice(0, i);
    const owed = aboutHelp(then, roundOf(then))
      .filter(isNo)
      .some((answer) => owesFor(then, answer));
    return owed && !past.slice(i).some(fulfils);
  });

/** Does the norm say "melden"? Standing answers of this round, and whatever is still owed (part 2 of the requirements). */
export const normSaysReport = (past: Past): boolean => {
  const round = roundOf(past);
  const safety = answersIn(past, round).safety?.answer;
  return (
    safety === 'ja' ||
    safety === 'twijfel' ||
    aboutHelp(past, round).length > 0 ||
    carried(past) ||
    unanswered(past).length > 0
  );
};

/** Meldingen that were decided on in a round and not made: every such round takes one of its own. */
export const decidedNotMade = (past: Past): boolean => {
  let taken = 0;
  let standing: { round: number; report: boolean } | undefined;
  let made = 0;
  for (const event of past) {
    if (event.type === 'ReportMade') made += 1;
    if (event.type !== 'ReportDecided') continue;
    if (standing?.report && standing.round !== event.round) taken = Math.min(made, taken + 1);
    standing = event;
  }
  return standing?.report === true && made <= taken;
};

/** Is a melding still owed? */
export const owesReport = (past: Past): boolean =>
  unanswered(past).length > 0 ||
  carried(past) ||
  decidedNotMade(past) ||
  aboutHelp(past, roundOf(past)).some((answer) => owesFor(past, answer));

/** A melding that could not wait and of which the parents have not heard since. */
export const parentsToTell = (past: Past): boolean => {
  const heard = past.findLastIndex(
    (event) => event.type === 'ReportTalkWaived' || (event.type === 'ReportDiscussed' && event.with !== 'kind-alleen'),
  );
  return past.some((event, i) => i > heard && event.type === 'ReportMade' && event.direct);
};

/** The talk about the coming melding, or the ground to leave it out; one about an earlier melding does not count. */
export const toldBeforehand = (past: Past): CaseEvent | undefined => {
  const from = past.findLastIndex(
    (event) => event.type === 'ReportMade' || (event.type === 'ReportDecided' && !event.report),
  );
  return past.findLast(
    (event, i) =>
      i > from &&
      (event.type === 'ReportTalkWaived' || (event.type === 'ReportDiscussed' && event.with !== 'kind-alleen')) &&
      !parentsToTell(past.slice(0, i)),
  );
};
