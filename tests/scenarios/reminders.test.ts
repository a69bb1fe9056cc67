import { plan, walksToWeighing, weighsHelp } from './steps';
import { asks, beginsCase, cardWith, chooses, does, facts, goes, hears, offers, stories } from './story';

const given = stories();

describe('given a case in which nothing happens', () => {
  test('R-003: when two weeks are over, then whoever started it is reminded, and puts it off with a reason', async () => {
    const story = await given();
    const { teacher, later } = story;
    await beginsCase(teacher);
    later(14);
    const reminder = await hears(story, teacher, 'In een zaak is een tijd niets gebeurd');
    expect(reminder.buttons).toEqual(['Nu doen', 'Uitstellen', 'Doorzetten', 'Overzicht', 'Verberg', 'Nood']);
    await does(teacher, 'Uitstellen');
    const receipt = await does(teacher, 'Uitstellen', { until: story.day(6), reason: 'Sam is ziek thuis.' });
    expect(receipt.text).toContain('Herinnering uitgesteld');
    expect(await facts(story)).toEqual(['CaseOpened', 'TermPostponed']);
    await story.settled();
    expect(teacher.chat.cards.filter(({ text }) => text.includes('een tijd niets gebeurd'))).toHaveLength(0);
    later(6);
    await hears(story, teacher, 'In een zaak is een tijd niets gebeurd');
  });

  test('R-003 I-20: when it is passed on, then the intern begeleider hears at once, and previews say nothing', async () => {
    const story = await given();
    const { teacher, ibEr, later } = story;
    await beginsCase(teacher);
    later(14);
    await hears(story, teacher, 'In een zaak is een tijd niets gebeurd');
    await does(teacher, 'Doorzetten');
    await does(teacher, 'Doorzetten', { to: 'De intern begeleider', reason: 'Ik ben een week weg.' });
    const card = await hears(story, ibEr, 'In een zaak is een tijd niets gebeurd');
    expect(card.text).toContain('Doorgezet naar: de intern begeleider');
    expect([...teacher.chat.previews, ...ibEr.chat.previews].join(' ')).not.toMatch(/Sam|MC-|niets gebeurd/);
  });

  test('R-003: when somebody looks what waits on them, then a term that came stands there, and opens its reminder', async () => {
    const story = await given();
    const { teacher, later } = story;
    await beginsCase(teacher);
    expect((await asks(teacher, 'mijn verzoeken')).text).toContain('Er wacht niets op jou');
    later(14);
    await hears(story, teacher, 'In een zaak is een tijd niets gebeurd');
    const list = await asks(teacher, 'mijn verzoeken');
    expect(offers(list)).toEqual(['Kijken wat de volgende stap is']);
    await chooses(teacher, 'Kijken wat de volgende stap is');
    expect(cardWith(teacher, 'Doorzetten').text).toContain('In een zaak is een tijd niets gebeurd');
  });
});

describe('given a concern that the leader reads', () => {
  test('R-003: when the leader says so, then whoever started it hears that the concern is seen', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await goes(leader, 'Laten weten dat je dit hebt gezien');
    await does(leader, 'Ik heb het gezien');
    await hears(story, teacher, 'Je zorg is gezien.');
  });

  test('A-29: when the leader hands the case to another, then that one finds it and the first does not any more', async () => {
    const story = await given();
    const { teacher, otherTeacher, leader } = story;
    await beginsCase(teacher);
    await goes(leader, 'Zaak overdragen');
    await does(leader, 'Overdragen', { to: otherTeacher.name, reason: 'Sam zit nu bij Tom in de groep.' });
    await hears(story, otherTeacher, 'Een zaak is aan jou overgedragen');
    await hears(story, teacher, 'Een zaak van jou is overgedragen');
    expect(offers(await asks(otherTeacher, 'mijn zaken'))).toHaveLength(1);
    expect(offers(await asks(teacher, 'mijn zaken'))).toEqual([]);
  });
});

describe('given the demo, in which people put the clock forward', () => {
  test('R-138 R-139: when they travel to the effect date, then question 5 comes to casemanager and owner', async () => {
    const story = await given({ travels: true });
    const { teacher, ibEr } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await weighsHelp(story);
    await goes(teacher, 'Hulpplan', 'Hulpplan maken');
    await does(teacher, 'Plan vastleggen', plan(story));
    await teacher.says('tijdreis 10 weken');
    await hears(story, teacher, 'De klok van de demo staat nu op');
    await hears(story, teacher, 'Beantwoord vraag 5: heeft de hulp gewerkt?');
    await hears(story, ibEr, 'Beantwoord vraag 5: heeft de hulp gewerkt?');
  });

  test('R-003: when a bot at work hears of travelling, then it does not understand and its clock stays', async () => {
    const story = await given();
    const before = story.now();
    expect((await asks(story.teacher, 'tijdreis 5 werkdagen')).text).toContain('Dat begrijp ik niet');
    expect(Date.parse(story.now()) - Date.parse(before)).toBeLessThan(3_600_000);
  });
});
