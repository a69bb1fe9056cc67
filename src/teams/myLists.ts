import { isAsked } from '../protocol/actions';
import { ActionListDamaged, type ActionLists } from '../casefile/actionLists';
import type { CaseStore } from '../casefile/caseStore';
import { actionTitle } from '../cards/actions';
import { listedCase, requestsIn, type ListedRequest } from '../cards/lists';
import type { Card, RenderCard } from '../cards/render';
import type { Directory } from '../directory/directory';
import type { CaseFile } from '../protocol/caseFile';
import type { Term } from '../protocol/terms';
import { instantOf, localDateOf, type Instant } from '../protocol/time';
import { actionsFor, nameOfAction } from './actionPlace';
import type { PersonalDesk } from './desk';
import { keysOf, nameIn, remindedBehind } from './people';

export type ListTools = {
  directory: Directory;
  store: CaseStore;
  actions: Pick<ActionLists, 'read'>;
  render: RenderCard;
  now: () => Instant;
};

const PER_PAGE = 8;
const AT_ONCE = 100;

const find = async ({ directory, store }: ListTools, desk: PersonalDesk, about: string | undefined) => {
  const keys = keysOf(directory, desk.person);
  try {
    return await store.find(keys, { limit: PER_PAGE, ...(about && { after: about }) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // a cursor that a client made up: begin at the beginning
    return store.find(keys, { limit: PER_PAGE });
  }
};

/** "Mijn zaken": cases whose file this person may see, latest first. */
export const myCasesCard = async (tools: ListTools, desk: PersonalDesk, about?: string): Promise<Card> => {
  const { heads, next, damaged = [] } = await find(tools, desk, about);
  const cases = heads.flatMap(({ caseId, file }) => {
    const row = listedCase(desk.t, caseId, file, desk.actor(file));
    return row ? [{ ...row, value: `shared/hub||${caseId}` }] : [];
  });
  return desk.render('shared/my-cases', {
    cases,
    damaged: damaged.length,
    next: next ?? '',
    footer: desk.footer(),
    in: { go: cases[0]?.value ?? '' },
  });
};

type RunningCase = { caseId: string; title: string };

/** Cases in which this person can record a signal now, latest first; more than fit on a card are found under "mijn zaken". */
export const runningCases = async (tools: ListTools, desk: PersonalDesk): Promise<readonly RunningCase[]> => {
  const { heads } = await tools.store.find(keysOf(tools.directory, desk.person), { status: 'open', limit: AT_ONCE });
  return heads
    .flatMap(({ caseId, file }) =>
      file.kind === 'stappenplan' ? (listedCase(desk.t, caseId, file, desk.actor(file)) ?? []) : [],
    )
    .slice(0, PER_PAGE);
};

/** Which of several cases a typed signal belongs to; or a new one. */
export const whichCaseCard = (desk: PersonalDesk, cases: readonly RunningCase[], detail = ''): Card => {
  const choices = cases.map(({ caseId, title }) => ({ title, value: `step1-signals/signal||${caseId}` }));
  return desk.render('shared/which-case', {
    cases: [...choices, { title: desk.t.say.anotherChild, value: 'intake/open-case' }],
    footer: desk.footer(),
    in: { go: choices[0]?.value ?? '', detail },
  });
};

/**
 * Everything that waits on this person in their cases; a person's open cases are few, so all are looked at. `damaged`: how
 * many of those cases can't be read.
 */
export const waitingOn = async (
  tools: ListTools,
  desk: PersonalDesk,
): Promise<{ all: readonly ListedRequest[]; damaged: number }> => {
  const { directory, store, now } = tools;
  const keys = keysOf(directory, desk.person);
  const reading = {
    nameOf: nameIn(directory, desk.t),
    now: now(),
    terms: directory.board.terms,
    isMine: (file: CaseFile, { who }: Term) =>
      who.some((to) => remindedBehind(directory, file, to).includes(desk.person.id)),
  };
  const found: ListedRequest[] = [];
  let damaged = 0;
  let after: string | undefined;
  do {
    const page = await store.find(keys, { awaiting: true, limit: AT_ONCE, ...(after && { after }) });
    const { heads, next } = page;
    damaged += page.damaged?.length ?? 0;
    for (const { caseId, file } of heads) found.push(...requestsIn(desk.t, caseId, file, desk.actor(file), reading));
    after = next;
  } while (after);
  const asked = await actionsAsked(tools, desk);
  found.push(...asked.all);
  damaged += asked.damaged;
  const all = found.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return { all, damaged };
};

/** Actions whose day has come, for whoever has to do them: asked for with everything else that waits. */
const actionsAsked = async (
  tools: ListTools,
  desk: PersonalDesk,
): Promise<{ all: readonly ListedRequest[]; damaged: number }> => {
  const today = localDateOf(tools.now());
  try {
    const own = await actionsFor(tools, desk.person, today);
    const due = own.filter(({ action }) => isAsked(action, today));
    const all = due.map(({ list, action }) => ({
      caseId: '',
      title: desk.t.sayOfActions.request(actionTitle(action)),
      line: desk.t.sayOfActions.until(desk.t.day(action.due)),
      form: 'audit/action',
      about: nameOfAction(list, action.number),
      since: instantOf(action.due, '00:00'),
    }));
    return { all, damaged: 0 };
  } catch (error) {
    if (error instanceof ActionListDamaged) return { all: [], damaged: 1 };
    throw error;
  }
};

/** "Mijn verzoeken": what waits on this person, oldest first. `about`: from which one on. */
export const myRequestsCard = async (tools: ListTools, desk: PersonalDesk, about?: string): Promise<Card> => {
  const { all, damaged } = await waitingOn(tools, desk);
  const asked = about && /^\d{1,6}$/.test(about) ? Number(about) : 0;
  const from = asked < all.length ? asked : 0;
  const requests = all
    .slice(from, from + PER_PAGE)
    .map((row) => ({ ...row, value: `${row.form}|${row.about}|${row.caseId}` }));
  return desk.render('shared/my-requests', {
    requests,
    damaged,
    next: from + PER_PAGE < all.length ? String(from + PER_PAGE) : '',
    footer: desk.footer(),
    in: { go: requests[0]?.value ?? '' },
  });
};
