import {
  because,
  calledVeiligThuis,
  helped,
  accepted,
  plan,
  risk,
  safe,
  suspects,
  walksToWeighing,
  weighsHelp,
} from './steps';
import { beginsCase, does, facts, goes, hears, opensAnyway, stories, theCase, typedOn } from './story';

const given = stories();
const anyway = { skipClientValidation: true };
const noReport = { canProtect: 'Ja', decision: 'Nee, we melden niet', reason: 'Er is genoeg hulp.' };
const help = { schoolCan: 'Ja', familyCan: 'Ja', reason: 'Iedereen wil dit.' };

describe('given a weighing that the leader must know of', () => {
  test('when not reporting is decided before the leader confirmed, then it waits for that (R-142, R-143, I-07)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    for (const answer of [safe, helped, accepted]) await does(teacher, 'Vastleggen', answer);
    await goes(teacher, 'Stap 5', 'Besluit 1');
    expect((await does(teacher, 'Vastleggen', noReport)).text).toContain('De schoolleider heeft de weging nog niet');
    expect(await facts(story)).not.toContain('ReportDecided');
    await hears(story, leader, '4. Hulp aanvaard: ja');
    await does(leader, 'Ik ben op de hoogte en bevestig');
    await does(teacher, 'Vastleggen', noReport);
    expect(await facts(story)).toContain('ReportDecided');
  });

  test('when the leader wants to talk first, then the teacher hears that and nothing is confirmed (R-143)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await hears(story, leader, 'Een collega weegt een zorg');
    await does(leader, 'Bekijken');
    await does(leader, 'Ik wil eerst overleg');
    await does(leader, 'Overleg vragen', { reason: 'Ik ken het gezin.' });
    await hears(story, teacher, 'De leiding wil eerst met je overleggen.');
    const { file } = await theCase(story);
    expect(file.weighing).toMatchObject({ confirmed: [] });
  });

  test('when somebody else than a leader confirms, then it is refused', async () => {
    const story = await given();
    const { teacher, ibEr } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await opensAnyway(ibEr, 'step4-weigh/confirm');
    const refused = await does(ibEr, 'Ik ben op de hoogte en bevestig', {}, anyway);
    expect(refused.text).toContain('Dit kan iemand met een andere rol in deze zaak doen.');
    expect(await facts(story)).not.toContain('WeighingConfirmed');
  });

  test('when the leader weighed alone, then another leader confirms (four eyes)', async () => {
    const story = await given();
    const { leader, deputy } = story;
    await beginsCase(leader);
    await goes(leader, 'Stap 4', 'Risico');
    await does(leader, 'Vastleggen', risk);
    await does(leader, 'Vastleggen', { answer: 'Ja', ...because });
    await opensAnyway(leader, 'step4-weigh/confirm');
    const refused = await does(leader, 'Ik ben op de hoogte en bevestig');
    expect(refused.text).toContain('Je hebt zelf gewogen. Iemand anders van de leiding bevestigt.');
    await goes(deputy, 'Stap 4', 'Weging lezen en bevestigen');
    await does(deputy, 'Ik ben op de hoogte en bevestig');
    expect((await theCase(story)).events.at(-1)).toMatchObject({ type: 'WeighingConfirmed', by: deputy.aadObjectId });
  });
});

describe('given a weighing that says: report', () => {
  test('when the teacher decides otherwise, then only the leader can, after a call to Veilig Thuis (R-130, R-147, I-09)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await does(teacher, 'Vastleggen', safe);
    await does(teacher, 'Vastleggen', { ...helped, effective: 'Nee' });
    await goes(teacher, 'Stap 5', 'Besluit 1');
    const departs = { ...noReport, canProtect: 'Ja' };
    expect((await does(teacher, 'Vastleggen', departs)).text).toContain('Alleen de schoolleider kan daarvan afwijken');
    await goes(leader, 'Stap 5', 'Besluit 1');
    expect((await does(leader, 'Vastleggen', departs)).text).toContain('Afwijken kan pas na contact met Veilig Thuis.');
    expect(await facts(story)).not.toContain('ReportDecided');

    await goes(teacher, 'Stap 2', 'Contact met Veilig Thuis');
    await does(teacher, 'Vastleggen', calledVeiligThuis(story));
    await does(leader, 'Vastleggen', departs);
    expect((await theCase(story)).events.at(-1)).toMatchObject({
      type: 'ReportDecided',
      report: false,
      departs: true,
      by: leader.aadObjectId,
    });
    await hears(story, teacher, 'De leiding heeft een besluit genomen. Lees de reden.');
  });

  test('when parents were not told of the melding, then that comes first (R-155, I-14)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await opensAnyway(teacher, 'step5-decide/report');
    const report = {
      reportedDay: story.day(),
      reportedTime: '09:00',
      reportedBy: 'Marieke',
      spokeWith: 'Anouk',
      channel: 'telefoon',
      agreements: 'geen',
    };
    const refused = await does(teacher, 'Vastleggen', report);
    expect(refused.text).toContain('Bespreek de melding eerst met de ouders, of leg vast waarom dat niet kan.');
    expect(typedOn(refused)).toMatchObject({ spokeWith: 'Anouk' });
    await goes(teacher, 'Stap 5', 'Melding met de ouders bespreken');
    await does(teacher, 'Vastleggen', {
      who: 'moeder',
      explained: 'dat wij melden',
      reaction: 'boos',
      on: story.day(),
    });
    await goes(teacher, 'Stap 5', 'Melding vastleggen');
    await does(teacher, 'Vastleggen', report);
    expect((await facts(story)).slice(-2)).toEqual(['ReportDiscussed', 'ReportMade']);
  });
});

describe('given the two decisions and the plan', () => {
  test('when decision 2 is tried first, then decision 1 is asked for (R-008, R-145, I-08)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const card = await opensAnyway(teacher, 'step5-decide/decide-help');
    expect(card.text).toContain('Neem eerst besluit 1');
    expect(card.buttons).not.toContain('Vastleggen');
    expect((await does(teacher, 'Naar besluit 1')).text).toContain('Besluit 1: is een melding nodig?');
  });

  test.each([
    ['a term', { until: '' }, 'Kies'],
    ['a term to come', { until: '2026-11-20' }, 'Kies een dag in de toekomst'],
    ['a concrete result', { goal1: ' ' }, 'Schrijf ten minste één'],
    ['a casemanager', { casemanager: '' }, 'casemanager'],
    ['a task for the casemanager', { casemanagerTasks: '' }, 'casemanager doet'],
    ['roles', { role1Who: '', role1Role: '' }, 'rol'],
  ])(
    'when a plan has no %s, then it says so and keeps what was typed (R-133 to R-136, I-11)',
    async (_what, change, said) => {
      const story = await given();
      const { teacher } = story;
      await beginsCase(teacher);
      await opensAnyway(teacher, 'plan/make');
      const refused = await does(teacher, 'Plan vastleggen', plan(story, change), anyway);
      expect(refused.text).toContain(said);
      expect(typedOn(refused)).toMatchObject({ noticedBy: 'Sam heeft geen nieuwe plekken.' });
      expect(await facts(story)).toEqual(['CaseOpened']);
    },
  );

  test('when help has worked but nobody follows the safety, then the case stays open (R-138, I-12)', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await weighsHelp(story);
    await goes(teacher, 'Stap 5', 'Besluit 1');
    await does(teacher, 'Vastleggen', noReport);
    await does(teacher, 'Vastleggen', help);
    await does(teacher, 'Plan vastleggen', plan(story));
    story.later(60);
    await goes(teacher, 'Stap 4', 'Vraag 5');
    await does(teacher, 'Vastleggen', { safety: 'Ja', welfare: 'Ja', recovery: 'Ja', goal1: 'Behaald', ...because });
    const close = await goes(teacher, 'Zaak sluiten');
    expect(close.text).toContain('Maak eerst een afspraak over hoe jullie de veiligheid blijven volgen.');
    expect(close.buttons).not.toContain('Zaak sluiten');
    expect((await theCase(story)).file.status).toBe('open');
  });
});
