import { randomUUID } from 'node:crypto';
import { formOf, forms, type FormName } from '../../src/cards/forms';
import { wayVerbs } from '../../src/cards/ways';
import { emptyCase } from '../../src/protocol/caseFile';
import type { CommandType } from '../../src/protocol/decide';
import { permits } from '../../src/protocol/permits';
import type { Actor } from '../../src/protocol/roles';
import { contextOf, now } from '../cards/context';
import { exampleDirectory, insideBot, type InsideBot, type Turn } from '../support/insideBot';
import { again, payloadFor, type Payload } from './payloads';
import { everyPlayer, players, seesFileIn, standingIn, states, type Player, type State } from './states';
import { holdsCase, keep, report, seenIn } from './tried';

// The keys of both tables are these names by their types.
const verbs = Object.keys(permits) as CommandType[];
const formNames = Object.keys(forms) as FormName[];

const actors = (state: State, bot: InsideBot): readonly Actor[] =>
  everyPlayer.flatMap((player) => {
    const { aadObjectId: id } = players[player];
    const roles = bot.directory.rolesAt(id, 'de-linde');
    return standingIn(state, player).length > 0 ? [{ id, roles }] : [];
  });

/** The table's word (permits): this verb, for what the player is here, on this route, open or closed. */
const mayDo = (verb: CommandType, state: State, player: Player): boolean => {
  const { who, kinds, when } = permits[verb];
  return (
    kinds.includes(state.kind) &&
    (when === 'always' || when === state.status) &&
    standingIn(state, player).some((standing) => who.includes(standing))
  );
};

/** Every verb's payload, from a card of the first of these states in which somebody can really record it. */
const payloads = (bot: InsideBot): ReadonlyMap<CommandType, Payload> => {
  const found = new Map<CommandType, Payload>();
  for (const verb of verbs) {
    const starts = { ...contextOf([]), caseId: '', file: emptyCase, schools: [{ id: 'de-linde', name: 'De Linde' }] };
    const begins = permits[verb].kinds.join() === 'none';
    const payload = begins
      ? payloadFor(verb, starts, [{ id: players.owner.aadObjectId, roles: ['leerkracht'] }])
      : states.map((state) => payloadFor(verb, contextOf(state.events), actors(state, bot))).find((one) => one);
    if (payload) found.set(verb, payload);
  }
  return found;
};

let bot: InsideBot;
let ready: ReadonlyMap<CommandType, Payload>;
beforeAll(() => {
  // A board that allows all there is to allow.
  const directory = exampleDirectory((file) => Object.assign(file['board'] ?? {}, { oneDrive: true }));
  bot = insideBot({ directory, now: () => now });
  ready = payloads(bot);
});
afterAll(async () => bot.close());

const versionOf = async (caseId: string): Promise<number> => (await bot.cases.load(caseId))?.version ?? 0;
const payloadOf = (verb: CommandType): Payload => {
  const payload = ready.get(verb);
  if (!payload) throw new Error(`no card and no way of filling it in records ${verb}`);
  return payload;
};

const press = (verb: CommandType, player: Player, caseId: string): Promise<Turn> =>
  bot.presses(players[player], verb, again(payloadOf(verb), randomUUID(), caseId));

/** What somebody reads who does the same in a case that does not exist; the same for every case, so asked once. */
const nowhere = new Map<string, Promise<string>>();
const asNoCase = async (what: string, turn: Turn, elsewhere: (caseId: string) => Promise<Turn>): Promise<boolean> => {
  const known = nowhere.get(what) ?? elsewhere(randomUUID()).then(seenIn);
  nowhere.set(what, known);
  return seenIn(turn) === (await known);
};

describe('given every verb that records, on every route and state of a case', () => {
  test('then each can really be recorded by somebody, so a refusal below says something', () => {
    expect(verbs.filter((verb) => !ready.has(verb))).toEqual([]);
  });

  test('I-01 I-02 I-21 I-24 I-25: when everybody presses it, then only the table’s yes passes, and to whoever is nobody here the case does not exist', async () => {
    const counts = { tried: 0, allowed: 0, 'let in': 0, leaked: 0 };
    const wrong: string[] = [];
    const done = new Set<CommandType>();
    for (const state of states) {
      const shared = randomUUID();
      await keep(bot.cases, shared, state.events);
      for (const verb of verbs)
        for (const player of everyPlayer) {
          const may = mayDo(verb, state, player);
          const caseId = may ? randomUUID() : shared;
          if (may) await keep(bot.cases, caseId, state.events);
          const before = await versionOf(caseId);
          const turn = await press(verb, player, caseId);
          const recorded = (await versionOf(caseId)) !== before;
          const what = `${player} does ${verb} in a case ${state.name}`;
          counts.tried += 1;
          if (may) counts.allowed += 1;
          if (may && recorded) done.add(verb);
          if (!may && recorded) wrong.push(`let in: ${what}`);
          if (!may && recorded) counts['let in'] += 1;
          if (standingIn(state, player).length > 0) continue;
          const alike = await asNoCase(`${player} ${verb}`, turn, (id) => press(verb, player, id));
          if (!alike || holdsCase(turn)) {
            wrong.push(`leaked: ${what}`);
            counts.leaked += 1;
          }
        }
    }
    report('authorisation of verbs', counts);
    expect(wrong.slice(0, 10)).toEqual([]);
    const begins = (verb: CommandType): boolean => permits[verb].kinds.join() === 'none';
    expect(verbs.filter((verb) => !begins(verb) && !done.has(verb))).toEqual([]);
    expect(bot.faults).toEqual([]);
  }, 900_000);

  test('I-24: when somebody begins a case, then at a school where they have a post, and never in a case that is there', async () => {
    const existing = randomUUID();
    await keep(bot.cases, existing, existingState.events);
    const wrong: string[] = [];
    for (const verb of verbs.filter((one) => permits[one].kinds.includes('none')))
      for (const player of everyPlayer) {
        const { m: _m, ...inputs } = payloadOf(verb).data;
        const m = { school: 'de-linde', form: payloadOf(verb).form };
        const fresh = randomUUID();
        const turn = await bot.presses(players[player], verb, { m: { ...m, key: fresh }, ...inputs });
        const head = await bot.cases.load(fresh);
        const may = !outside.includes(player);
        if (verb === 'openCase' && may && !head) wrong.push(`${player} could not begin`);
        if (head && !may) wrong.push(`${player} began ${verb}`);
        if (head && head.file.schoolId !== schoolOf(player)) wrong.push(`${player} began ${verb} elsewhere`);
        if (!may && holdsCase(turn)) wrong.push(`${player} saw something with ${verb}`);
        if (standingIn(existingState, player).length === 0)
          await bot.presses(players[player], verb, { m: { ...m, key: existing }, ...inputs });
      }
    expect(wrong).toEqual([]);
    expect(await versionOf(existing)).toBe(existingState.events.length);
  }, 300_000);

  test('I-24: when the owner of one case sends references of another, then nothing is recorded in either', async () => {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const events = states[0]?.events ?? [];
    const others = events.map((event) => ({
      ...(JSON.parse(JSON.stringify(event).replace(/"([cktgvm])-(\d+)"/g, '"$1-other-$2"')) as typeof event), // the same facts, other ids
      by: players.leader.aadObjectId,
    }));
    await keep(bot.cases, mine, events);
    await keep(bot.cases, theirs, others);
    const wrong: string[] = [];
    let tried = 0;
    for (const [verb, payload] of ready) {
      const { m, ...inputs } = payload.data;
      const own = Object.keys(m as object).filter(
        (ref) => !['case', 'key', 'form', 'school', 'round', 'shown'].includes(ref),
      );
      if (own.length === 0) continue;
      for (const stolen of ['c-other-10', 'k-other-1', 't-other-1', 'g-other-1', 'v-other-1', 'm-other-1', '9999']) {
        const refs = Object.fromEntries(own.map((ref) => [ref, stolen]));
        const before = await versionOf(mine);
        tried += 1;
        await bot.presses(players.owner, verb, {
          m: { ...(m as object), ...refs, case: mine, key: randomUUID() },
          ...inputs,
        });
        if ((await versionOf(mine)) !== before) wrong.push(`${verb} with ${stolen}`);
      }
    }
    report('references of another case', { tried, 'let in': wrong.length });
    expect(tried).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
    expect(await versionOf(theirs)).toBe(others.length);
  }, 300_000);
});

const existingState: State = states[0] ?? { name: '', kind: 'stappenplan', status: 'open', events: [], people: {} };

/** Who has no post at a school of this board in this tenant. */
const outside: readonly Player[] = [
  'board',
  'administrator',
  'former',
  'stranger',
  'ownersIdInOtherTenant',
  'leadersIdInOtherTenant',
];
const schoolOf = (player: Player): string =>
  player === 'leaderOfDeBeuk' || player === 'movedToDeBeuk' ? 'de-beuk' : 'de-linde';

/** `openForm` is tried with every form; what knows of no case on the card is tried below. A document has a new address each time. */
const practising = ['startPractice', 'endPractice'];
const aboutNoCase = ['showMyCases', 'showMyRequests', 'getFigures'];
const apart: readonly string[] = ['openForm', ...aboutNoCase, ...practising];

/** One state of each route; what may be seen does not hang on the others. */
const visited: readonly string[] = [
  'at work',
  'for two',
  'about the leader',
  'moved to the exit, about a colleague who was consulted',
  'between pupils',
];

/** Cards that a consulted colleague opens about the own question. */
const ofConsulted: readonly string[] = ['step2-consult/answer', 'step2-consult/addition', 'step2-consult/decline'];

describe('given every way that leads somewhere', () => {
  test('I-21 I-24 I-25: when somebody who may not see the file takes it, then the answer is that of no such case', async () => {
    const counts = { tried: 0, leaked: 0 };
    const wrong: string[] = [];
    const follow = (player: Player, verb: string, m: object): Promise<Turn> =>
      bot.presses(players[player], verb, { m });
    for (const state of states.filter(({ name }) => visited.includes(name))) {
      const caseId = randomUUID();
      await keep(bot.cases, caseId, state.events);
      const ways = [
        ...wayVerbs.filter((verb) => !apart.includes(verb)).map((verb) => ({ verb, refs: {} })),
        ...formNames.filter((name) => !formOf(name).caseless).map((form) => ({ verb: 'openForm', refs: { form } })),
        ...['getDocument', 'askOneDrive'].map((verb) => ({ verb, refs: { about: 'verantwoordingsdossier' } })),
        ...ofConsulted.flatMap((form) =>
          ['c-1', 'c-10', 'c-11'].map((about) => ({ verb: 'openForm', refs: { form, about } })),
        ),
      ];
      for (const player of everyPlayer.filter((one) => !seesFileIn(state, one)))
        for (const { verb, refs } of ways) {
          const own = isOwnQuestion(state, player, refs);
          const turn = await follow(player, verb, { ...refs, case: caseId });
          counts.tried += 1;
          if (own) continue;
          const alike = await asNoCase(`${player} ${verb} ${JSON.stringify(refs)}`, turn, (id) =>
            follow(player, verb, { ...refs, case: id }),
          );
          if (alike && !holdsCase(turn)) continue;
          counts.leaked += 1;
          wrong.push(`${player} by ${verb} ${JSON.stringify(refs)} in a case ${state.name}`);
        }
      const hub = await follow('owner', 'showHub', { case: caseId });
      expect(holdsCase(hub)).toBe(true); // there was something to see
    }
    report('authorisation of ways', counts);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(bot.faults).toEqual([]);
  }, 900_000);

  test('I-21 I-24: when anybody practises from a card that names a real case, then nothing of that case is in it, and it stays as it was', async () => {
    const caseId = randomUUID();
    await keep(bot.cases, caseId, existingState.events);
    const leaks: string[] = [];
    for (const player of everyPlayer)
      for (const verb of practising) {
        const turn = await bot.presses(players[player], verb, { m: { case: caseId, about: caseId } });
        if (/MC-2026-/.test(JSON.stringify(turn)) || JSON.stringify(turn).includes(caseId))
          leaks.push(`${player} ${verb}`);
      }
    report('practice beside a real case', { tried: everyPlayer.length * practising.length, leaked: leaks.length });
    expect(leaks).toEqual([]);
    expect(await versionOf(caseId)).toBe(existingState.events.length);
  });

  test('I-21 I-24: when whoever is nobody in a case types or asks for lists, then nothing of it is in them', async () => {
    const lines = ['mijn zaken', 'mijn verzoeken', 'overzicht', 'verder', 'hulp', 'privacy', 'nood'];
    const nobody = everyPlayer.filter((player) => states.every((state) => standingIn(state, player).length === 0));
    const other = insideBot({ now: () => now });
    // As if the lists themselves were wrong: every case stands in everybody's.
    const keys = everyPlayer.map((player) => `person:${players[player].aadObjectId}`);
    for (const { events } of states) await keep(other.cases, randomUUID(), events, keys);
    expect(holdsCase(await other.says(players.owner, 'mijn zaken'))).toBe(true);
    const leaks: string[] = [];
    for (const player of nobody) {
      for (const line of lines)
        if (holdsCase(await other.says(players[player], line))) leaks.push(`${player}: ${line}`);
      for (const verb of aboutNoCase)
        if (holdsCase(await other.presses(players[player], verb, { m: {} }))) leaks.push(`${player}: ${verb}`);
    }
    await other.close();
    report('lists of nobody', { tried: nobody.length * (lines.length + aboutNoCase.length), leaked: leaks.length });
    expect(nobody.length).toBeGreaterThan(5);
    expect(leaks).toEqual([]);
  });
});

/** The question that was put to this player, which they may read and answer. */
const isOwnQuestion = (state: State, player: Player, refs: object): boolean => {
  const about = 'about' in refs ? refs.about : undefined;
  return (
    standingIn(state, player).includes('consulted') &&
    state.events.some(
      (event) =>
        event.type === 'ConsultationRequested' &&
        event.consultation === about &&
        event.to === players[player].aadObjectId,
    )
  );
};
