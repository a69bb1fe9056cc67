import { maySeeFile, standings } from '../../src/protocol/roles';
import {
  casemanager,
  consulted,
  given,
  ibEr,
  leader,
  otherTeacher,
  today,
  tomorrow,
  yesterday,
  type Given,
} from './given';
import {
  acceptCasemanagement,
  casemanagementAccepted,
  helpDecided,
  makePlan,
  planMade,
  recordProgress,
  reportDecided,
  weighedForHelp,
} from './laterSamples';
import { informParent, mapped, opened, outsideConsultation, parentTalk, signal } from './samples';

const stepsDone = [signal(), mapped(), outsideConsultation(), parentTalk()];
/** Both decisions taken: no melding, and help is possible. */
const helping = (): Given => given(opened(), ...stepsDone, ...weighedForHelp(), reportDecided(), helpDecided());
const planned = (change: Parameters<typeof planMade>[0] = {}): Given => helping().and(planMade(change));

describe('given a help plan', () => {
  test('R-132, R-192: when help is possible, then the plan comes next', () => {
    expect(helping().advice()).toBe('makePlan');
    expect(
      helping()
        .when(makePlan({ discussedOn: today }))
        .accepted()
        .advice(),
    ).not.toBe('makePlan');
  });

  test.each([
    ['R-133', 'a term', { until: today }, 'plan-needs-term'],
    ['R-133', 'a term to come', { until: yesterday }, 'plan-needs-term'],
    ['R-134', 'a concrete goal', { goals: [] }, 'plan-needs-goal'],
    ['R-134', 'a goal in words', { goals: [' '] }, 'plan-needs-goal'],
    ['R-135', 'roles', { roles: [] }, 'plan-needs-roles'],
    ['R-135', 'a role in words', { roles: [{ who: 'Moeder', role: ' ' }] }, 'plan-needs-roles'],
    ['R-136', 'a casemanager', { casemanager: '' }, 'plan-needs-casemanager'],
    ['R-137', 'a task for the casemanager', { casemanagerTasks: ' ' }, 'plan-needs-task'],
    ['R-107', 'a talk that was held', { discussedOn: tomorrow }, 'in-the-future'],
  ] as const)('%s, I-11: when it has not got %s, then it is no plan', (_number, _what, change, code) => {
    helping().when(makePlan(change)).refused(code);
  });

  test('R-133 to R-138, R-204, R-205, R-207, I-11: when it is whole, then all of it is kept', () => {
    const plan = makePlan({
      interim: '2026-12-18',
      responsible: ibEr.id,
      tasks: [{ who: 'Tom', what: 'Let op in de gymles' }],
      colleagues: [otherTeacher.id],
      classAgreements: 'Sam mag even naar buiten als het te druk is',
      document: 'Begeleidingsplan in het leerlingdossier',
      discussedOn: today,
    });
    const story = helping()
      .when(plan)
      .then({ ...plan, type: 'PlanMade' });
    expect(story.file((file) => file.plan)).toMatchObject({ casemanager: casemanager.id, accepted: false, goals: 1 });
  });

  test('R-136, R-137: when it is made, then the casemanager is asked and each colleague with a task hears it', () => {
    const outcome = helping().when(makePlan({ colleagues: [otherTeacher.id, consulted.id] }));
    expect(outcome.notices()).toEqual([
      { to: { person: casemanager.id }, kind: 'casemanagerAsked' },
      { to: { person: otherTeacher.id }, kind: 'taskGiven' },
      { to: { person: consulted.id }, kind: 'taskGiven' },
    ]);
  });

  test('R-137, I-21: when a colleague has a task in it, then the file itself stays closed to them', () => {
    const file = planned({ colleagues: [otherTeacher.id] }).state();
    expect(maySeeFile(otherTeacher, file)).toBe(false);
    expect(standings(casemanager, file)).toEqual(['casemanager']);
    expect(maySeeFile(casemanager, file)).toBe(true);
  });

  test('R-136: when the casemanager accepts, then once, and nobody else does it for them', () => {
    planned().when(acceptCasemanagement(), leader).refused('not-your-role');
    const accepted = planned().when(acceptCasemanagement(), casemanager).then({ type: 'CasemanagementAccepted' });
    accepted.when(acceptCasemanagement(), casemanager).refused('already-answered');
    planned({ by: casemanager.id }).when(acceptCasemanagement(), casemanager).refused('already-answered');
    planned()
      .and(casemanagementAccepted(), planMade({ id: 'plan-2', casemanager: otherTeacher.id }))
      .when(acceptCasemanagement(), casemanager)
      .refused('no-such-case');
  });

  test('R-107, R-206: when it was not discussed with the parents yet, then telling them stays open', () => {
    const open = planned();
    expect(open.terms('tellOutcome')).toHaveLength(1);
    const told = open.when(informParent({ about: 'plan-1' })).accepted();
    expect(told.terms('tellOutcome')).toEqual([]);
    expect(planned({ discussedOn: yesterday }).terms('tellOutcome')).toEqual([]);
  });

  test('R-108, R-138, R-193: when the help runs, then its effects are followed and discussed halfway and at the end', () => {
    let story = planned({ interim: '2026-12-18', discussedOn: yesterday });
    const running = (): string[] =>
      story
        .terms()
        .map(({ kind }) => kind)
        .filter((kind) => /Talk|^result$/.test(kind));
    expect(running()).toEqual(['interimTalk', 'endTalk', 'result']);
    story = story
      .when(recordProgress({ text: 'Sam slaapt beter' }), casemanager)
      .then({ type: 'ProgressRecorded', text: 'Sam slaapt beter' });
    expect(running()).toEqual(['interimTalk', 'endTalk', 'result']);
    story = story.when(recordProgress({ kind: 'tussentijds-besproken' })).accepted();
    expect(running()).toEqual(['endTalk', 'result']);
    story = story.when(recordProgress({ kind: 'na-afloop-besproken' })).accepted();
    expect(running()).toEqual(['result']);
    helping().when(recordProgress()).refused('no-plan');
    planned()
      .when(recordProgress({ on: tomorrow }))
      .refused('in-the-future');
  });

  test('R-138, I-04: when a new plan is made, then the old one stays in the history', () => {
    const story = planned()
      .when(makePlan({ id: 'plan-2', until: '2027-06-01' }))
      .accepted();
    expect(story.history.filter(({ type }) => type === 'PlanMade')).toHaveLength(2);
    expect(story.file((file) => file.plan?.id)).toBe('plan-2');
  });
});
