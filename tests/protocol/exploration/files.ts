import type { CaseFile } from '../../../src/protocol/caseFile';
import { closingRefusal, closings, missingSteps } from '../../../src/protocol/closing';
import { decide, type CommandType } from '../../../src/protocol/decide';
import type { Refusal } from '../../../src/protocol/decision';
import { listingOf } from '../../../src/protocol/listing';
import { noticesFor } from '../../../src/protocol/notices';
import { permits } from '../../../src/protocol/permits';
import { progress } from '../../../src/protocol/progress';
import { maySeeFile, standings, type Actor, type Recipient } from '../../../src/protocol/roles';
import type { Term } from '../../../src/protocol/terms';
import { addDays, localDateOf, localTimeOf, type LocalDate } from '../../../src/protocol/time';
import { derivedReport, reportOwed } from '../../../src/protocol/step5Decide';
import { everyCommand } from '../everyCommand';
import { actor, leads, names, rolesOf } from './cast';
import { typedMark } from './chance';
import { keysOf } from './fillIn1to3';
import { normSaysReport, owesReport } from './owed';
import { casemanagerOf, facts, has, isFor, keepersOf, ownerOf, routeOf, staffExitOf, type Past } from './past';

/** What must be true of a file however it came to be, besides the facts in it. Each names what is wrong, or nothing. */
export type Look = { past: Past; file: CaseFile; terms: readonly Term[] };

/** Who may read the file, by the facts alone. */
export const mayRead = (past: Past, { id, roles }: Actor): boolean => {
  const route = routeOf(past);
  const exit = staffExitOf(past);
  if (route === 'none' || roles.length === 0 || exit?.accused === id || has(past, 'DestructionDecided')) return false;
  if (keepersOf(past)) return isFor(past, id);
  if (id === ownerOf(past)) return true;
  if (exit) return (leads(id) && !exit.aboutLeader) || roles.includes('bestuur');
  if (leads(id)) return true;
  if (route === 'leerlingen') return facts(past, 'PupilConcernReported').some(({ told }) => told === id);
  return roles.includes('intern-begeleider') || casemanagerOf(past) === id;
};
const wasAsked = (past: Past, id: string): boolean =>
  routeOf(past) === 'stappenplan' &&
  !has(past, 'DestructionDecided') &&
  isFor(past, id) &&
  facts(past, 'ConsultationRequested').some(({ to }) => to === id);

/** I-21, I-24, I-25: who stands outside has no case at all; who was asked has the request and not the file. */
export const seenWrongly = ({ past, file }: Look): readonly string[] =>
  names
    .map((name) => actor(name))
    .flatMap((one) => {
      const reads = mayRead(past, one);
      const outside = !reads && !(wasAsked(past, one.id) && one.roles.length > 0);
      const refusal = refusalOf('recordSignal', file, one);
      return [
        ...(maySeeFile(one, file) === reads ? [] : [`I-21: ${one.id} ${reads ? 'does not see' : 'sees'} the file`]),
        ...(past.length > 0 && outside !== (refusal === 'no-such-case') ? [`I-24: ${one.id} hears ${refusal}`] : []),
      ];
    });

const refusalOf = (verb: CommandType, file: CaseFile, by: Actor): Refusal | undefined => {
  const judgement = decide(everyCommand[verb], file, { by, at: file.lastAt || '2026-11-23T08:00:00.000Z', length: 1 });
  return 'refusal' in judgement ? judgement.refusal : undefined;
};

const byTable: readonly (Refusal | undefined)[] = ['case-closed', 'case-open', 'steps-frozen'];
/** Of these, somebody who may do it can hear too: of a case that never was, of a request, of what only some may tell. */
const byTableOrOwn: readonly (Refusal | undefined)[] = [
  ...byTable,
  'no-such-case',
  'not-your-role',
  'already-answered',
];
const own: Partial<Record<CommandType, Refusal>> = {
  informParent: 'not-your-role',
  waiveInforming: 'not-your-role',
  lockFile: 'not-your-role',
};

/** A button that is offered is not refused for role, route or a closed file; one that is not offered is refused for those. */
export const permitsWrongly = ({ file }: Look): readonly string[] =>
  names
    .map((name) => actor(name))
    .flatMap((one) => {
      const held = standings(one, file);
      return keysOf(permits).flatMap((verb) => {
        const { who, kinds, when } = permits[verb];
        const fits = kinds.includes(file.kind) && (file.kind === 'none' || when === 'always' || when === file.status);
        const permitted = fits && held.some((standing) => who.includes(standing));
        const refusal = refusalOf(verb, file, one);
        const refused = permitted
          ? byTable.includes(refusal) || (refusal === 'not-your-role' && own[verb] !== refusal)
          : !byTableOrOwn.includes(refusal);
        return refused ? [`permits: ${one.id} ${permitted ? 'may' : 'may not'} ${verb}, and hears ${refusal}`] : [];
      });
    });

/** Days off in the months of the walks, from the calendar. */
const daysOff: readonly LocalDate[] = [
  ...['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29', '2027-04-27', '2027-05-06', '2027-05-17'],
  ...['2027-12-25', '2027-12-26', '2028-01-01', '2028-04-14', '2028-04-17', '2028-04-27', '2028-05-25', '2028-06-05'],
];
const isWeekend = (day: LocalDate): boolean => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
const works = (day: LocalDate): boolean => !isWeekend(day) && !daysOff.includes(day);
const workingDaysAfter = (day: LocalDate, count: number): LocalDate => {
  const next = addDays(day, 1);
  return count === 0 ? day : workingDaysAfter(next, works(next) ? count - 1 : count);
};
const onWorkingDays: readonly Term['kind'][] = [
  ...(['feedback', 'feedbackOverdue', 'tellParents', 'tellOutcome', 'unanswered', 'unconfirmed'] as const),
];

/** I-13: every melding has its term of five working days until Veilig Thuis answered or was called again. */
const feedbackWrong = (past: Past, terms: readonly Term[]): readonly string[] =>
  facts(past, 'ReportMade').flatMap(({ number, reportedAt }) => {
    const answered = facts(past, 'FeedbackRecorded').some(({ report }) => report === number);
    const running = terms.filter(({ id }) => id === `feedback:${number}`).map(({ due }) => localDateOf(due));
    const until = facts(past, 'TermPostponed').findLast(({ term }) => term === `feedback:${number}`)?.until ?? '';
    const day = workingDaysAfter(localDateOf(reportedAt), 5);
    const due = answered ? [] : [until > day ? workingDaysAfter(addDays(until, -1), 1) : day];
    return running.join() === due.join()
      ? []
      : [`I-13: melding ${number} is answered on ${running.join()}, not ${due.join()}`];
  });

export const termsWrong = ({ past, terms }: Look): readonly string[] => {
  const wrong = terms.filter(({ kind, due }) => {
    const opens = localTimeOf(due) === '08:30';
    return !opens || (onWorkingDays.includes(kind) && !works(localDateOf(due)));
  });
  const ids = terms.map(({ id }) => id);
  return [
    ...wrong.map(({ id, due }) => `I-29: ${id} is due at ${due}`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `two terms are called ${id}`),
    ...feedbackWrong(past, terms),
    ...(has(past, 'PupilConcernReported') && terms.some(({ kind }) => kind !== 'retention')
      ? ['I-02: a concern between pupils has terms']
      : []),
  ];
};

const known = (to: Recipient): boolean =>
  !('person' in to) || rolesOf(to.person).length > 0 || names.some((name) => name === to.person);

/** I-20, I-17: what leaves the file holds no word that somebody typed, and goes to nobody but people of the school and its board. */
export const leavesTheFile = ({ past, file, terms }: Look): readonly string[] => {
  const last = past.at(-1);
  const notices = last ? noticesFor(last, file) : [];
  const listing = listingOf(file);
  const told = [
    ...notices.map(({ to }) => to),
    ...terms.flatMap(({ who }) => who),
    ...listing.visibleTo,
    ...listing.awaited,
  ];
  return [
    ...(JSON.stringify([notices, terms, listing]).includes(typedMark) ? ['I-20: typed words leave the file'] : []),
    ...told.filter((to) => !known(to)).map((to) => `I-17: ${JSON.stringify(to)} is nobody of the school`),
    ...(staffExitOf(past)?.accused !== undefined &&
    told.some((to) => 'person' in to && to.person === staffExitOf(past)?.accused)
      ? ['I-01: the accused stands in a notice, a term or a list']
      : []),
  ];
};

/** How the case stands can always be told: five steps, an advice, and for each end whether it is open. */
export const standsWrongly = ({ past, file }: Look): readonly string[] => {
  const { steps, advice, waiting } = progress(file);
  const route = routeOf(past);
  keysOf(closings).forEach((outcome) => closingRefusal(file, outcome));
  const stepless =
    route === 'stappenplan' || (advice === 'nothing' && waiting.length === 0 && missingSteps(file).length === 0);
  return [
    ...(steps.map(({ step }) => step).join() === '1,2,3,4,5' ? [] : ['R-017: there are not five steps']),
    ...(stepless ? [] : [`I-01: an exit advises ${advice}`]),
  ];
};

/** I-09: what the file says of a melding is what the facts come to. A new round, a closing or an exit makes no duty vanish. */
export const owesWrongly = ({ past, file }: Look): readonly string[] => [
  ...(reportOwed(file) === owesReport(past) ? [] : [`I-09: a melding ${owesReport(past) ? 'is' : 'is not'} owed`]),
  ...((derivedReport(file).necessary === true) === normSaysReport(past) ? [] : ['I-09: the norm says otherwise']),
];
