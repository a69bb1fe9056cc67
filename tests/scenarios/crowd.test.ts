import { crowd, type Crowd } from '../support/crowd';
import type { Fault } from '../support/faults';
import { askColleagues, openCase, opening } from '../protocol/samples';

jest.setTimeout(180_000);

const ASKERS = 20;
const ASKED_BY_EACH = 20;
const reminder = 'In een zaak is een tijd niets gebeurd';

let story: Crowd;
afterEach(async () => story.close());

/** Each of them has a case in which nothing happened for two weeks, and twenty of them ask twenty colleagues today. */
const fills = async (): Promise<string[]> => {
  const caseIds: string[] = [];
  for (const [n, owner] of story.teachers.entries()) {
    caseIds.push(`crowd-still-case-${n}`);
    await story.records(owner, `crowd-still-case-${n}`, openCase({ ...opening, number: `MC-2026-S${n}` }), 15);
  }
  for (const [n, owner] of story.teachers.slice(0, ASKERS).entries()) {
    const others = story.teachers.slice(ASKERS + n).slice(0, ASKED_BY_EACH);
    const consultations = others.map(({ aadObjectId: to }, k) => ({ id: `c-${k}`, to, role: 'leerkracht' as const }));
    caseIds.push(`crowd-asking-case-${n}`);
    await story.records(owner, `crowd-asking-case-${n}`, openCase({ ...opening, number: `MC-2026-A${n}` }));
    const question = `Zie jij dit ook (${n})?`;
    await story.records(owner, `crowd-asking-case-${n}`, askColleagues({ consultations, question }));
  }
  return caseIds;
};

/** What stands in everybody's chats, by what it says; a request is one for each person and question. */
const arrived = () => {
  const said = story.teachers.flatMap(({ name, conversation }) =>
    conversation.received().map((activity) => ({ name, text: JSON.stringify(activity) })),
  );
  const requests = said.flatMap(({ name, text }) => {
    const question = /Zie jij dit ook \(\d+\)/.exec(text)?.[0];
    return question ? [`${name}: ${question}`] : [];
  });
  return { requests, reminders: said.filter(({ text }) => text.includes(reminder)).map(({ name }) => name) };
};
const different = (all: readonly string[]): number => new Set(all).size;

/** Strikes every so many messages of all that go out, and counts what it struck. */
const strikes = (every: number, fault: Fault) => {
  const struck = { requests: 0, reminders: 0 };
  let n = 0;
  story.teams.fault({
    ...{ ...fault, times: Infinity },
    match: ({ kind, body }) => {
      if ((kind !== 'send' && kind !== 'reply') || (n += 1) % every !== 0) return false;
      struck[JSON.stringify(body).includes(reminder) ? 'reminders' : 'requests'] += 1;
      return true;
    },
  });
  return struck;
};

test('given a thousand due items at once, two bots on one store and trouble on the way, then every request comes, every reminder at most once, and nothing twice without a reason (R-065, R-003)', async () => {
  const people = 200;
  story = await crowd(people);
  const { teams, passes, starts, due } = story;
  const caseIds = await fills();
  const before = await due(caseIds);
  const slowed = strikes(13, { status: 429, headers: { 'retry-after': '5' } });
  const away = strikes(17, { status: 503 });
  const broken = strikes(19, { when: 'broken' });
  const dropped = strikes(23, { when: 'after' });
  const late = strikes(29, { when: 'after', answerStatus: 504 });
  await Promise.all([starts(), starts()]);
  do {
    await teams.quiet(150, 120_000);
    passes(20_000);
  } while ((await due(caseIds)) > 0);
  passes(20 * 3_600_000); // what was in doubt does not come back later
  await teams.quiet(500);

  const { requests, reminders } = arrived();
  const twice = dropped.requests + late.requests;
  const missing = story.teachers.flatMap(({ name }, n) => (reminders.includes(name) ? [] : [n]));
  const unsure = await Promise.all(missing.map((n) => story.isUnsure(`crowd-still-case-${n}`)));
  const counts = {
    ...{ due: before, requests: requests.length, different: different(requests), twice },
    ...{
      reminders: reminders.length,
      remindedPeople: different(reminders),
      unsure: unsure.length,
      slowed: slowed.requests,
    },
  };
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  // With a line for the channel of each request, and each case once for the figures and twice to look for the pupil's other files.
  expect(before).toBe(people + 2 * ASKERS * ASKED_BY_EACH + 3 * caseIds.length);
  expect(different(requests)).toBe(ASKERS * ASKED_BY_EACH);
  expect(requests).toHaveLength(ASKERS * ASKED_BY_EACH + twice);
  expect(reminders).toHaveLength(different(reminders));
  expect(reminders.length).toBeGreaterThan(people / 2);
  expect(unsure).not.toContain(false); // whoever was not reminded for sure is shown on the overview
  for (const struck of [slowed, away, broken, dropped, late]) expect(struck.requests).toBeGreaterThan(0);
  expect(story.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('given two bots on one store, when the day begins, then whoever something waits for hears it in one line, once (R-003)', async () => {
  story = await crowd(40);
  const { teams, passes, starts, records, teachers } = story;
  const [owner] = teachers;
  if (!owner) throw new Error('nobody to ask');
  const consultations = teachers
    .slice(1, 31)
    .map(({ aadObjectId: to }, k) => ({ id: `c-${k}`, to, role: 'leerkracht' as const }));
  await records(owner, 'crowd-morning-case', openCase());
  await records(owner, 'crowd-morning-case', askColleagues({ consultations }));
  const slowed = strikes(7, { status: 429, headers: { 'retry-after': '5' } });
  await Promise.all([starts(), starts()]);
  passes(22.6 * 3_600_000); // to half past eight the next day
  for (let n = 0; n < 10; n += 1) {
    await teams.quiet(150, 60_000);
    passes(60_000);
  }
  const lines = teachers.map(({ conversation }) =>
    JSON.stringify(conversation.received()).split('Er wacht één ding op jou').slice(1),
  );
  expect(lines.map((heard) => heard.length)).toEqual(teachers.map((_, n) => (n >= 1 && n < 31 ? 1 : 0)));
  expect(slowed.requests).toBeGreaterThan(3);
});
