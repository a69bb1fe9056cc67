import type { Filled } from '../support/card';
import { calledVeiligThuis, plan, signal, talk } from './steps';
import { beginsCase, does, facts, goes, opensAnyway, stories, typedOn } from './story';

const given = stories();
const anyway = { skipClientValidation: true };

type Mistake = { form: string; button: string; filled: Filled; said: string; kept: Filled };

/** Cards as somebody can send them who got past the client's own checks, and what the bot then says. */
const mistakes: readonly Mistake[] = [
  {
    ...{ form: 'step1-signals/signal', button: 'Vastleggen', filled: { ...signal, text: '' } },
    ...{ said: 'Schrijf op wat je zag of hoorde.', kept: { category: 'LW' } },
  },
  {
    ...{ form: 'step1-signals/signal', button: 'Vastleggen', filled: { ...signal, category: '' } },
    ...{ said: 'Kies waar het signaal over gaat.', kept: { text: 'Sam had een blauwe plek op zijn arm.' } },
  },
  {
    ...{ form: 'step1-signals/signal', button: 'Vastleggen', filled: { ...signal, happenedOn: '2026-11-30' } },
    ...{ said: 'ligt in de toekomst', kept: { text: 'Sam had een blauwe plek op zijn arm.' } },
  },
  {
    ...{ form: 'step1-signals/contact', button: 'Vastleggen', filled: { withName: '', content: 'Over het plein.' } },
    ...{ said: 'Schrijf op met wie je contact had.', kept: { content: 'Over het plein.' } },
  },
  {
    ...{ form: 'step1-signals/map', button: 'Stap 1 afronden', filled: { instrument: 'eigen' } },
    ...{ said: 'Schrijf op hoe het instrument van de school heet.', kept: { instrument: 'eigen' } },
  },
  {
    ...{ form: 'step2-consult/ask', button: 'Vraag versturen', filled: { colleagues: [], question: 'Herken je dit?' } },
    ...{ said: 'Kies minstens één collega', kept: { question: 'Herken je dit?' } },
  },
  {
    ...{ form: 'step3-conversation/plan', button: 'Vastleggen' },
    ...{ filled: { with: 'ouder', talkDay: '2026-11-20', talkTime: '10:00' } },
    ...{ said: 'Kies een moment dat nog komt.', kept: { talkDay: '2026-11-20' } },
  },
  {
    ...{ form: 'step4-weigh/assess', button: 'Vastleggen', filled: { risk: '', riskText: 'Het komt vaker voor.' } },
    ...{ said: 'Kies hoe groot het risico is.', kept: { riskText: 'Het komt vaker voor.' } },
  },
  {
    ...{ form: 'step4-weigh/help', button: 'Vastleggen' },
    ...{ filled: { helper: 'school', helperName: 'Ilse', effective: 'ja', averts: 'ja' } },
    ...{ said: 'Schrijf op waarom je dit antwoord kiest.', kept: { helperName: 'Ilse' } },
  },
  {
    ...{ form: 'step5-decide/decide-report', button: 'Vastleggen' },
    ...{ filled: { canProtect: 'ja', decision: 'ja', reason: '  ' } },
    ...{ said: 'Schrijf', kept: { decision: 'ja' } },
  },
];

describe('given somebody who fills in a card wrongly', () => {
  test.each(mistakes)(
    'when $form is sent with something missing or wrong, then “$said” is read, what was typed stays and nothing is recorded',
    async ({ form, button, filled, said, kept }) => {
      const story = await given();
      const { teacher } = story;
      await beginsCase(teacher);
      await opensAnyway(teacher, form);
      const card = await does(teacher, button, filled, anyway);
      expect(card.text).toContain(said);
      expect(typedOn(card)).toMatchObject(kept);
      expect(await facts(story)).toEqual(['CaseOpened']);
      expect(story.log).toEqual([]);
    },
  );

  test('when it is mended on that same card, then it is recorded', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', { ...signal, happenedOn: '2026-11-30' }, anyway);
    const card = await does(teacher, 'Vastleggen', { happenedOn: story.day() });
    expect(card.text).toContain('✓ Signaal vastgelegd');
    expect(card.text).toContain('Sam had een blauwe plek op zijn arm.');
    expect(await facts(story)).toEqual(['CaseOpened', 'SignalRecorded']);
  });

  test('when a new case lacks a name, then nothing is begun and the rest stays on the card', async () => {
    const story = await given();
    const { teacher } = story;
    await teacher.says('ik maak me zorgen over wat ik zag op het plein');
    await does(teacher, 'Over een kind, thuis');
    const card = await does(teacher, 'Vastleggen en verder', { name: '', group: 'groep 5' }, anyway);
    expect(card.text).toContain('Schrijf op over welke leerling het gaat.');
    expect(typedOn(card)).toMatchObject({ group: 'groep 5', firstSignal: 'wat ik zag op het plein' });
    expect(await story.cases()).toEqual([]);
  });

  test('when a text is too long for the file, then it says so and not a letter is lost', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const long = `Begin ${'woord '.repeat(500)}eind`;
    const card = await does(teacher, 'Vastleggen', { ...signal, text: long }, anyway);
    expect(card.text).toContain('Maak deze tekst korter: hoogstens 2000 tekens.');
    expect(typedOn(card)['text']).toBe(long);
    expect(await facts(story)).toEqual(['CaseOpened']);
  });

  test('when a text is so long that a card cannot hold it, then the card stays on the screen as it was', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const outcome = await teacher.presses(
      teacher.chat.lastCard(),
      'Vastleggen',
      { text: 'woord '.repeat(9000), category: 'LW' },
      anyway,
    );
    expect(outcome).toMatchObject({ kind: 'toast', toast: 'Maak deze tekst korter: hoogstens 2000 tekens.' });
    expect(teacher.chat.lastCard().buttons).toContain('Vastleggen');
    expect(await facts(story)).toEqual(['CaseOpened']);
  });

  test('when clients leave empty fields out of what they send, then that is read the same', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    await does(teacher, 'Vastleggen', signal, { emptyInputs: 'leftOut' });
    await goes(teacher, 'Stap 3', 'Gesprek vastleggen');
    await does(teacher, 'Vastleggen', talk(story), { emptyInputs: 'leftOut' });
    await goes(teacher, 'Stap 2', 'Contact met Veilig Thuis');
    await does(teacher, 'Vastleggen', calledVeiligThuis(story), { emptyInputs: 'leftOut' });
    await opensAnyway(teacher, 'plan/make');
    await does(teacher, 'Plan vastleggen', plan(story), { emptyInputs: 'leftOut' });
    expect(await facts(story)).toEqual([
      ...['CaseOpened', 'SignalRecorded', 'ConversationRecorded', 'VeiligThuisContactRecorded', 'PlanMade'],
    ]);
  });

  test('when people type what looks like code or markup, then it is kept as typed and shown as text', async () => {
    const story = await given();
    const { teacher } = story;
    await beginsCase(teacher);
    const text = '${pupil} <b>x</b> [klik](http://evil.example) **vet** {{x}}';
    const card = await does(teacher, 'Vastleggen', { ...signal, text });
    expect(card.text).toContain('klik');
    expect(JSON.stringify(card.content)).not.toMatch(/"url":"http:\/\/evil|"type":"Action.OpenUrl","url":"http/);
    const { events } = (await story.cases())[0] ?? { events: [] };
    expect(events.at(-1)).toMatchObject({ type: 'SignalRecorded', text });
  });
});
