import type { FormContext } from '../../src/cards/context';
import { describeHelpPlan } from '../../src/cards/entries/helpPlan';
import { helpPlanAnswers, helpPlanForms } from '../../src/cards/helpPlan';
import { emptyCase, evolve, type CaseEvent } from '../../src/protocol/caseFile';
import { decide } from '../../src/protocol/decide';
import type { PlanEvent } from '../../src/protocol/helpPlan';
import type { Actor } from '../../src/protocol/roles';
import { choicesOn, faultsOf, screenOf, sentBy, valueOf, type Typed } from './cardOnScreen';
import { contextOf, ibEr, key, leader, now, nurse, opened, otherTeacher, pressOf, school, teacher } from './context';
import {
  accepted,
  agreed,
  arrived,
  closedWell,
  looked,
  planMade,
  planUntold,
  progressed,
  referred,
  resultGiven,
} from './planFacts';
import { objectsDeep } from './templates';

type Name = keyof typeof helpPlanForms;
type Verb = keyof typeof helpPlanAnswers;
const names = Object.keys(helpPlanForms) as Name[];

const asIbEr: Actor = { id: ibEr, roles: ['intern-begeleider'] };
const asTask: Partial<FormContext> = { viewer: { id: otherTeacher, roles: ['leerkracht'] } };
const screen = (name: Name, events: readonly CaseEvent[] = [opened], change: Partial<FormContext> = {}) =>
  screenOf(name, helpPlanForms[name], contextOf(events, change));
const goals = (events: readonly CaseEvent[], change: Partial<FormContext> = {}): readonly string[] =>
  choicesOn(screen('plan/menu', events, change), 'go').map(({ value }) => value);
const startOf = (events: readonly CaseEvent[], change: Partial<FormContext> = {}): unknown =>
  valueOf(screen('plan/menu', events, change), 'go');
/** What a card's button leads to in the protocol, with what somebody filled in. */
const pressed = (
  verb: Verb,
  shown: ReturnType<typeof screen>,
  title: string,
  typed: Typed,
  events: readonly CaseEvent[],
  actor: Actor = { id: teacher, roles: ['leerkracht'] },
) => {
  const read = helpPlanAnswers[verb].read(sentBy(shown, title, typed), pressOf({ by: actor.id }));
  return 'problems' in read
    ? read
    : decide(read.command, events.reduce(evolve, emptyCase), { by: actor, at: now, length: events.length });
};
const words = (event: PlanEvent): string => JSON.stringify(describeHelpPlan(event, school));

const plan: Typed = {
  until: '2027-02-01',
  noticedBy: 'Sam is wakker.',
  goal1: 'Sam komt op tijd.',
  casemanager: ibEr,
  casemanagerTasks: 'Belt elke week.',
  role1Who: 'Moeder',
  role1Role: 'gaat naar de wijkcoach',
  coordinator: 'school',
};

describe('given somebody who makes a help plan', () => {
  const make = (typed: Typed, events: readonly CaseEvent[] = [opened]) =>
    pressed('makePlan', screen('plan/make', events), 'Plan vastleggen', { ...plan, ...typed }, events);

  test('when only what makes it a plan is filled in, then that is recorded and nothing else', () => {
    expect(make({})).toEqual({
      events: [
        expect.objectContaining({
          type: 'PlanMade',
          id: key,
          until: '2027-02-01',
          noticedBy: 'Sam is wakker.',
          goals: ['Sam komt op tijd.'],
          casemanager: ibEr,
          casemanagerTasks: 'Belt elke week.',
          roles: [{ who: 'Moeder', role: 'gaat naar de wijkcoach' }],
          tasks: [],
          colleagues: [],
          coordinator: 'school',
        }),
      ],
    });
    expect(JSON.stringify(make({}))).not.toMatch(/responsible|interim|discussedOn|classAgreements|document/);
  });

  test('when everything is filled in, then everything is in the plan', () => {
    const whole = make({
      goal2: 'Sam eet.',
      goal4: 'Sam slaapt.',
      role2Who: 'De wijkcoach',
      role2Role: 'helpt thuis',
      task1Who: 'Tom',
      task1What: 'Let op bij gym.',
      colleagues: [otherTeacher, ibEr],
      responsible: leader,
      coordinator: 'zorgteam',
      interim: '2026-12-20',
      discussedOn: '2026-11-24',
      classAgreements: 'Vaste plek.',
      document: 'https://school.example/plan',
    });
    expect(whole).toMatchObject({
      events: [
        {
          goals: ['Sam komt op tijd.', 'Sam eet.', 'Sam slaapt.'],
          roles: [{ who: 'Moeder' }, { who: 'De wijkcoach', role: 'helpt thuis' }],
          tasks: [{ who: 'Tom', what: 'Let op bij gym.' }],
          responsible: leader,
          coordinator: 'zorgteam',
          interim: '2026-12-20',
          discussedOn: '2026-11-24',
          classAgreements: 'Vaste plek.',
          document: 'https://school.example/plan',
        },
      ],
    });
  });

  test('when the casemanager is chosen as a colleague with a task too, then only the others get the overview', () => {
    expect(make({ colleagues: [otherTeacher, ibEr] })).toMatchObject({ events: [{ colleagues: [otherTeacher] }] });
  });

  test.each([
    ['half a role', { role2Who: 'Tante' }, 'Vul bij elke rol in wie het is én welke rol die heeft.'],
    ['half a task', { task1What: 'Bellen.' }, 'Vul bij elke taak in wie het doet én wat.'],
    ['an interim talk after the term', { interim: '2027-02-02' }, 'niet na de laatste dag van het plan'],
    ['an interim talk that can’t be held any more', { interim: '2026-11-24' }, 'een dag na vandaag'],
    ['a term of ten years', { until: '2036-01-01' }, 'Kies een dag binnen vijf jaar.'],
  ] as const)('when it has %s, then the card says what to mend', (_what, typed, hint) => {
    const read = helpPlanAnswers.makePlan.read(
      { ...sentBy(screen('plan/make'), 'Plan vastleggen', plan), ...typed },
      pressOf(),
    );
    expect(read).toEqual({ problems: [expect.stringContaining(hint)] });
  });

  test.each([
    ['casemanager', { casemanager: nurse }, 'Kies een casemanager uit de lijst.'],
    ['casemanager', { casemanager: 'iemand-anders' }, 'Kies een casemanager uit de lijst.'],
    ['colleagues', { colleagues: `${otherTeacher},${nurse}` }, 'Kies collega’s uit de lijst.'],
    ['responsible', { responsible: otherTeacher }, 'de intern begeleider of de schoolleider'],
  ] as const)('when a client sends a %s who is not on the list, then it is refused', (_field, typed, hint) => {
    const read = helpPlanAnswers.makePlan.read(
      { ...sentBy(screen('plan/make'), 'Plan vastleggen', plan), ...typed },
      pressOf(),
    );
    expect(read).toEqual({ problems: [expect.stringContaining(hint)] });
  });

  test('when the card opens, then only people of the school can be casemanager, and the team has its own name', () => {
    const shown = screen('plan/make');
    expect(choicesOn(shown, 'casemanager').map(({ value }) => value)).toEqual([teacher, otherTeacher, ibEr, leader]);
    expect(choicesOn(shown, 'responsible').map(({ value }) => value)).toEqual([ibEr, leader, 'geen']);
    expect(choicesOn(shown, 'coordinator').map(({ title }) => title)).toContain('Het zorgteam (diepteteam)');
  });

  test('when there is a plan already, then the new one starts from it, without a day that has passed or the talk', () => {
    const shown = screen('plan/make', [opened, planMade({ interim: '2026-11-20' }), accepted]);
    expect(valueOf(shown, 'goal2')).toBe('Sam heeft eten bij zich.');
    expect(valueOf(shown, 'role2Role')).toBe('helpt thuis');
    expect(valueOf(shown, 'casemanager')).toBe(ibEr);
    expect(valueOf(shown, 'until')).toBe('2027-01-15');
    expect(valueOf(shown, 'interim')).toBe('');
    expect(valueOf(shown, 'discussedOn')).toBe('');
    expect(shown.text).toContain('Het vorige plan blijft bewaard.');
  });

  test('when a folded part holds something, then it is open, so that nothing is sent unseen', () => {
    const fold = (events: readonly CaseEvent[], id: string, typed: Readonly<Record<string, string>> = {}) => {
      const context = contextOf(events);
      const { card } = screenOf('plan/make', helpPlanForms['plan/make'], context, { hint: '', inputs: typed });
      return objectsDeep(card).find((part) => part['id'] === id)?.['isVisible'];
    };
    const folds = ['goals', 'moreGoals', 'roles', 'tasks', 'moreTasks', 'parentTalk', 'more'];
    expect(folds.filter((id) => fold([opened], id) !== false)).toEqual([]);
    expect(fold([opened, planMade()], 'tasks')).toBe(true);
    expect(fold([opened, planMade()], 'more')).toBe(true);
    expect(fold([opened, planMade()], 'goals')).toBe(true);
    expect(fold([opened], 'goals')).toBe(false);
    expect(fold([opened], 'moreGoals', { goal5: 'Getypt voor de verbetering' })).toBe(true);
    expect(fold([opened], 'moreTasks', { task3What: 'Getypt voor de verbetering' })).toBe(true);
    expect(fold([opened], 'parentTalk', { responsible: leader })).toBe(true);
    expect(fold([opened], 'parentTalk', { interim: '2026-12-10' })).toBe(true);
  });

  test('when the earlier plan was corrected, then that is there to read', () => {
    const mended: CaseEvent = {
      type: 'EntryCorrected',
      entry: 2,
      text: 'Het is de tante, niet moeder.',
      reason: 'Fout.',
      at: now,
      by: teacher,
    };
    expect(screen('plan/make', [opened, planMade(), mended]).text).toContain('Het is de tante, niet moeder.');
    expect(screen('plan/casemanager', [opened, planMade(), mended]).text).toContain('Het is de tante, niet moeder.');
  });
});

describe('given a casemanager who was asked', () => {
  const events = [opened, planMade()];

  test('when they read the card, then the whole plan is there, and they can take it on', () => {
    const shown = screen('plan/casemanager', events, { viewer: asIbEr });
    for (const part of ['Sam komt elke dag op tijd.', 'Moeder: gaat naar de wijkcoach', 'Belt elke week met moeder.'])
      expect(shown.text).toContain(part);
    expect(pressed('acceptCasemanagement', shown, 'Ik word casemanager', {}, events, asIbEr)).toMatchObject({
      events: [{ type: 'CasemanagementAccepted' }],
    });
  });

  test('when somebody else reads it, or it was taken on, then there is no such button', () => {
    expect(screen('plan/casemanager', events).titles).not.toContain('Ik word casemanager');
    expect(screen('plan/casemanager', events).text).toContain('nog niet bevestigd');
    const done = screen('plan/casemanager', [...events, accepted], { viewer: asIbEr });
    expect(done.titles).not.toContain('Ik word casemanager');
    expect(done.text).toContain('De casemanager heeft bevestigd.');
  });
});

describe('given a colleague with a task, who does not see the file (R-137)', () => {
  const secrets = [
    'Sam',
    'De Vries',
    'groep 5',
    'MC-2026-7K3F9',
    'eten bij zich',
    'wakker',
    'vooraan',
    'leerlingvolgsysteem',
  ];
  const task = screen('plan/task', [opened, planMade(), accepted], asTask);

  test('when they read it, then who does what is there, until when, and whom to ask', () => {
    for (const part of [
      'Moeder: ',
      'gaat naar de wijkcoach',
      'Kijkt elke ochtend hoe het gaat.',
      'Belt elke week met moeder.',
      'Ilse ter Braak',
      'vr 15 januari 2027',
    ])
      expect(task.text).toContain(part);
  });

  test('when they read it, then neither the child nor the goals nor the rest of the file is there', () => {
    for (const secret of secrets) expect(JSON.stringify(task.card)).not.toContain(secret);
  });

  test('when they press a button, then it leads to no file', () => {
    expect(task.titles).toEqual(['Mijn verzoeken', 'Verberg', 'Nood']);
  });

  test('when a newer plan runs, then the old one is not shown for it', () => {
    const newer = planMade({ id: 'plan-2', roles: [{ who: 'Tante', role: 'haalt Sam op' }] });
    expect(screen('plan/task', [opened, planMade(), newer], asTask).text).toContain('Tante: ');
    expect(screen('plan/task', [opened, planMade(), newer], asTask).text).not.toContain('Moeder: ');
  });
});

describe('given help that runs, when somebody follows it', () => {
  const running = [opened, planMade(), accepted];

  test.each([
    ['2026-11-24', 'voortgang'],
    ['2026-12-10', 'tussentijds-besproken'],
    ['2027-01-15', 'na-afloop-besproken'],
  ])('then on %s the card begins with %s', (today, kind) => {
    const shown = screen('plan/progress', running, { today });
    expect(valueOf(shown, 'kind')).toBe(kind);
    expect(shown.text).toContain('Sam komt elke dag op tijd.');
  });

  test('then a talk that was held is not asked for again', () => {
    const held = [...running, progressed({ kind: 'tussentijds-besproken' })];
    expect(valueOf(screen('plan/progress', held, { today: '2026-12-12' }), 'kind')).toBe('voortgang');
  });

  test('then progress and a referral are recorded with the day', () => {
    const progress = { kind: 'voortgang', text: 'Het gaat beter.' };
    expect(pressed('recordProgress', screen('plan/progress', running), 'Vastleggen', progress, running)).toMatchObject({
      events: [{ type: 'ProgressRecorded', on: '2026-11-24', ...progress }],
    });
    const referral = { to: 'Huisarts', purpose: 'Slaapproblemen' };
    expect(pressed('referParent', screen('plan/refer'), 'Vastleggen', referral, running)).toMatchObject({
      events: [{ type: 'ParentReferred', id: key, on: '2026-11-24', ...referral }],
    });
  });

  test('then without a plan progress can’t be recorded, and the card says so', () => {
    const shown = screen('plan/progress');
    expect(shown.titles).not.toContain('Vastleggen');
    expect(shown.text).toContain('Er is nog geen hulpplan.');
  });
});

describe('given a parent who was referred (R-202)', () => {
  const events = [opened, referred(), referred('v-2', { to: 'De huisarts' }), arrived('ja')];
  const ask = (about?: string, more: readonly CaseEvent[] = events) =>
    screen('plan/arrival', more, about === undefined ? {} : { about });

  test('when the card opens, then it asks about the first referral of which nothing is known', () => {
    expect(ask().text).toContain('De huisarts');
    expect(ask().text).not.toContain('De wijkcoach');
    expect(pressed('recordArrival', ask(), 'Vastleggen', { arrived: 'nee' }, events)).toMatchObject({
      events: [{ type: 'ArrivalRecorded', referral: 'v-2', arrived: 'nee' }],
    });
  });

  test('when it asks about one that was pointed to, then its earlier answer is there', () => {
    const shown = ask('v-1', [opened, referred(), arrived('onbekend')]);
    expect(shown.text).toContain('Eerder antwoord: weet ik nog niet.');
  });

  test('when the parent arrived, or there is no such referral, then there is nothing to record', () => {
    expect(ask('v-1').text).toContain('De ouder is al aangekomen');
    expect(ask('v-1').titles).not.toContain('Vastleggen');
    expect(ask('v-9').titles).not.toContain('Vastleggen');
    expect(screen('plan/arrival').text).toContain('Er is geen verwijzing');
  });
});

describe('given agreements about following the safety (R-141)', () => {
  const events = [opened, agreed('m-2', { next: '2026-12-24', who: 'Tom' }), agreed(), looked()];

  test('when they are made, then the card asks for all of it', () => {
    const typed = { what: 'Rust thuis', often: 'Elke week', next: '2026-12-01', until: '2027-03-01', atRelapse: 'VT' };
    const shown = screen('plan/monitoring', [opened, planMade()]);
    expect(pressed('agreeMonitoring', shown, 'Vastleggen', typed, [opened, planMade()])).toMatchObject({
      events: [{ type: 'MonitoringAgreed', id: key, who: 'Ilse ter Braak', ...typed }],
    });
  });

  test.each([
    ['begin in the past', { next: '2026-11-23' }, 'een dag die nog komt, of vandaag'],
    ['end before they begin', { until: '2026-11-30' }, 'ligt vóór de eerste keer'],
    ['last ten years', { until: '2036-11-30' }, 'binnen vijf jaar'],
  ] as const)('when they %s, then the card says what to mend', (_what, change, hint) => {
    const typed = { who: 'Tom', what: 'x', often: 'x', next: '2026-12-01', until: '2027-03-01', atRelapse: 'x' };
    const data = { ...sentBy(screen('plan/monitoring'), 'Vastleggen', typed), ...change };
    expect(helpPlanAnswers.agreeMonitoring.read(data, pressOf())).toEqual({
      problems: [expect.stringContaining(hint)],
    });
  });

  test('when somebody looks, then what was agreed and seen before stands above the question', () => {
    const { text } = screen('plan/monitoring-check', events);
    for (const part of ['Of er thuis geen geweld meer is.', 'Ilse belt Veilig Thuis.', 'rustig is thuis', 'Ja, veilig'])
      expect(text).toContain(part);
    expect(text).not.toContain('Tom');
    expect(screen('plan/monitoring-check', events, { about: 'm-2' }).text).toContain('Tom');
  });

  test.each(['twijfel', 'nee'] as const)(
    'when it is %s, then that it does not stop is recorded too (R-194)',
    (safe) => {
      const shown = screen('plan/monitoring-check', events);
      expect(shown.text).toContain('Een melding bij Veilig Thuis is dan nodig.');
      expect(pressed('recordMonitoring', shown, 'Vastleggen', { safe, text: 'Weer ruzie.' }, events)).toMatchObject({
        events: [
          { type: 'MonitoringRecorded', monitoring: 'm-1', safe },
          { type: 'ContinuesReported', what: 'Weer ruzie.', on: '2026-11-24' },
        ],
      });
    },
  );

  test('when the next day has passed, then it must be mended', () => {
    const shown = screen('plan/monitoring-check', events);
    const data = sentBy(shown, 'Vastleggen', { safe: 'ja', text: 'Rustig.' });
    expect(helpPlanAnswers.recordMonitoring.read({ ...data, next: '2026-11-23' }, pressOf())).toEqual({
      problems: ['Kies voor de volgende keer een dag die nog komt.'],
    });
  });

  test('when the case is closed, then looking goes on, and the card says that it can open again', () => {
    const shown = screen('plan/monitoring-check', [...events, closedWell]);
    expect(shown.titles).toContain('Vastleggen');
    expect(shown.text).toContain('Deze gesloten zaak gaat dan weer open.');
  });

  test('when there is nothing to look at, then there is nothing to record', () => {
    expect(screen('plan/monitoring-check').titles).not.toContain('Vastleggen');
    expect(screen('plan/monitoring-check', events, { about: 'm-9' }).titles).not.toContain('Vastleggen');
  });
});

describe('given the menu of the help plan', () => {
  test.each([
    ['nothing yet', [opened], {}, 'step5-decide/menu'],
    ['a casemanager who was asked', [opened, planMade()], { viewer: asIbEr }, 'plan/casemanager'],
    ['a parent who does not know', [opened, planUntold(), accepted], {}, 'step2-consult/inform-parent|plan-1'],
    ['help that runs', [opened, planMade(), accepted], {}, 'plan/progress'],
    ['the agreed day', [opened, planMade(), accepted], { today: '2027-01-15' }, 'step4-weigh/result'],
    ['a result that is not there', [opened, planMade(), resultGiven('nee')], {}, 'step5-decide/menu'],
    ['doubt about the result', [opened, planMade(), resultGiven('twijfel')], {}, 'step2-consult/veilig-thuis'],
    ['a good result', [opened, planMade(), resultGiven('ja')], {}, 'plan/monitoring'],
    [
      'a good result that is followed',
      [opened, planMade(), agreed('m-1', { next: '2026-12-24' }), resultGiven('ja')],
      {},
      'shared/close',
    ],
    ['a parent to ask', [opened, planMade(), accepted, referred()], {}, 'plan/arrival|v-1'],
    ['a day to look', [opened, planMade(), accepted, referred(), agreed()], {}, 'plan/monitoring-check|m-1'],
    [
      'somebody not safe',
      [opened, planMade(), agreed(), { ...resultGiven('ja'), type: 'ContinuesReported', what: 'x', on: '2026-11-23' }],
      {},
      'step4-weigh/report-now',
    ],
    ['a closed case that is followed', [opened, planMade(), agreed(), closedWell], {}, 'plan/monitoring-check|m-1'],
  ] as [string, CaseEvent[], Partial<FormContext>, string][])(
    'when there is %s, then that comes first',
    (_what, events, change, first) => {
      expect(startOf(events, change)).toBe(first);
      expect(goals(events, change)).toContain(first);
    },
  );

  test('when the result was weighed before this plan was made, then question 5 is still to come', () => {
    const early = { ...resultGiven('ja'), at: '2026-11-01T10:00:00.000Z' };
    expect(startOf([opened, early, planMade(), accepted], { today: '2027-01-15' })).toBe('step4-weigh/result');
  });

  test('when the case is closed, then only what goes on after closing is there', () => {
    const events = [opened, planUntold(), accepted, referred(), agreed(), closedWell];
    expect(goals(events)).toEqual([
      'plan/monitoring-check|m-1',
      'plan/arrival|v-1',
      'step2-consult/inform-parent|plan-1',
      'plan/casemanager',
      'step5-decide/continues',
    ]);
  });

  test('when the case moved to an exit, then the plan is not offered', () => {
    const moved: CaseEvent = { type: 'MovedToStaffExit', what: 'x', aboutLeader: false, at: now, by: teacher };
    expect(goals([opened, planMade(), moved])).toEqual(['shared/hub']);
  });

  test('when it is long, then it stays a list that can be overseen, with each choice once', () => {
    const many = ['1', '2', '3', '4', '5'];
    const events = [opened, planUntold(), ...many.map((id) => referred(id)), ...many.map((id) => agreed(id))];
    const offered = goals(events, { today: '2027-02-01' });
    expect(offered.length).toBeLessThanOrEqual(15);
    expect(new Set(offered).size).toBe(offered.length);
  });
});

describe('given facts of the help plan, when they are read', () => {
  test('then everything that was filled in is there', () => {
    const told = words(planMade());
    for (const part of [
      'Sam heeft eten bij zich.',
      '15 januari 2027',
      '10 december 2026',
      'Sam is wakker in de klas.',
      'De wijkcoach: helpt thuis',
      'Ilse ter Braak',
      'Belt elke week met moeder.',
      'De leerkracht: Kijkt elke ochtend hoe het gaat.',
      'Tom Hesselink',
      'Het zorgteam (diepteteam)',
      '9 november 2026',
      'Een vaste plek vooraan.',
      'In het leerlingvolgsysteem',
    ])
      expect(told).toContain(part);
    expect(words(planUntold())).toContain('Nog niet');
  });

  test.each([
    [progressed(), ['Zo gaat het met de hulp', '20 november 2026', 'drie keer te laat']],
    [referred(), ['De wijkcoach', 'Hulp bij het opvoeden.', '10 november 2026']],
    [arrived('nee'), ['Nee', 'Moeder zegde af.']],
    [
      agreed(),
      ['Ilse', 'geen geweld meer', 'Elke twee weken', '24 november 2026', '1 maart 2027', 'belt Veilig Thuis'],
    ],
    [looked(), ['Ja, veilig', 'rustig is thuis', '17 november 2026', '1 december 2026']],
    [accepted, ['Casemanager', 'Ilse ter Braak']],
  ] as [PlanEvent, string[]][])('then $0.type says all of it', (event, parts) => {
    for (const part of parts) expect(words(event)).toContain(part);
  });
});

describe('given any of these cards', () => {
  const whole = [opened, planUntold(), accepted, progressed(), referred(), agreed(), looked()];
  const cases: readonly (readonly [string, readonly CaseEvent[]])[] = [
    ['an empty case', [opened]],
    ['a case with everything', whole],
    ['a closed case', [...whole, closedWell]],
  ];
  const shown = cases.flatMap(([what, events]) => names.map((name) => [name, what, events] as const));

  test.each(shown)('when %s opens on %s, then it is a right card', (name, _what, events) => {
    expect(faultsOf(screen(name, events), helpPlanForms[name], helpPlanAnswers)).toEqual([]);
  });
});
