import type { Meldcode } from '../support/meldcode';
import type { Place } from '../support/teamsActivity';
import { accepted, asksColleagues, helped, safe, suspects, walksToWeighing } from './steps';
import { beginsCase, does, hears, stories } from './story';

const given = stories();

const consultation = 'Een collega is gevraagd om mee te denken.';
const weighing = 'Er wacht een weging op de schoolleiding.';

/** What stands in the channel, as everybody in it reads it. */
const lines = ({ conversation }: Place): string[] => conversation.cardsFor('anybody').map(({ text }) => text);
const withLine = (place: Place, text: string): string[] => lines(place).filter((line) => line.includes(text));

const teamOf = ({ teams, teacher, leader, ibEr }: Meldcode): Place =>
  teams.channel('Team De Linde', [teacher, leader, ibEr]);
const asksTom = ({ teacher }: Meldcode): Promise<void> => asksColleagues(teacher, 'Tom Hesselink');

describe('given a school leader who chose a channel for the school', () => {
  test('when somebody is asked and a weighing waits, then each is one line there that names nobody, with the way to the own chat (R-243, I-20)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    const channel = teamOf(story);
    await leader.mentions(channel, 'berichten hier');
    expect(lines(channel).at(-1)).toContain('In dit kanaal zet ik voortaan korte berichten voor Basisschool De Linde');
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    for (const answer of [safe, helped, accepted]) await does(teacher, 'Vastleggen', answer);
    await hears(story, leader, '4. Hulp aanvaard: ja');
    await story.teams.until(() => withLine(channel, weighing).length > 0, 'the line about the weighing');
    await story.settled();
    expect(withLine(channel, consultation)).toHaveLength(1);
    expect(withLine(channel, weighing)).toHaveLength(1);
    expect(lines(channel)).toHaveLength(3);
    expect(JSON.stringify(channel.conversation.received())).toMatch(
      /"https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?tenantId=[^"]+&users=28%3A[^"]+"/,
    );
  });

  test('when Teams does not answer about a line, then it never comes twice', async () => {
    const story = await given();
    const { leader, teams, later } = story;
    const channel = teamOf(story);
    await leader.mentions(channel, 'berichten hier');
    const dropped = teams.fault({ when: 'after', match: ({ kind }) => kind === 'create' });
    await asksTom(story);
    await teams.until(() => dropped.struck === 1, 'the trouble');
    later(1);
    await story.settled();
    expect(withLine(channel, consultation)).toHaveLength(1);
  });

  test('when the leader wants no more of it, or the team goes away, then nothing comes there any more', async () => {
    const story = await given();
    const { leader, otherTeacher } = story;
    const channel = teamOf(story);
    await leader.mentions(channel, 'berichten hier');
    await leader.mentions(channel, 'geen berichten');
    expect(lines(channel).at(-1)).toContain('Ik zet geen berichten meer in dit kanaal.');
    const other = teamOf(story);
    await leader.mentions(other, 'zet de berichten graag hier');
    await leader.sends(leader.activity('installationUpdate', { action: 'remove' }, other));
    await asksTom(story);
    await hears(story, otherTeacher, 'Herken jij dit?');
    await story.settled();
    expect([...withLine(channel, consultation), ...withLine(other, consultation)]).toEqual([]);
  });
});

describe('given somebody who may not choose, or not here', () => {
  test.each([
    ['a teacher', 'Alleen de schoolleider kan kiezen', (story: Meldcode) => story.teacher],
    ['somebody unknown', 'Alleen de schoolleider kan kiezen', (story: Meldcode) => story.stranger],
  ])('when %s asks for lines, then that is refused and none come', async (_who, words, who) => {
    const story = await given();
    const channel = teamOf(story);
    await who(story).mentions(channel, 'berichten hier');
    expect(lines(channel).at(-1)).toContain(words);
    await asksTom(story);
    await hears(story, story.otherTeacher, 'Herken jij dit?');
    await story.settled();
    expect(withLine(channel, consultation)).toEqual([]);
  });

  test('when a leader asks in a group chat, or for another school, then that is refused', async () => {
    const story = await given();
    const { leader, teacher, teams } = story;
    const group = teams.groupChat([leader, teacher]);
    await leader.mentions(group, 'berichten hier');
    expect(lines(group).at(-1)).toContain('kunnen alleen in een kanaal van een team');
    const channel = teamOf(story);
    await leader.mentions(channel, 'berichten hier voor de Esdoorn');
    expect(lines(channel).at(-1)).toContain('Voor welke school?');
  });
});

describe('given a channel or group where others read along', () => {
  test.each([['channel'], ['group chat']])(
    'when somebody types about a child in a %s, then nothing of it is kept or repeated, and they hear to take it away (R-243, I-20)',
    async (where) => {
      const story = await given();
      const { teacher, leader, teams } = story;
      const place = where === 'channel' ? teamOf(story) : teams.groupChat([teacher, leader]);
      await teacher.mentions(place, 'ik maak me zorgen over Sam de Vries, hij had een blauwe plek');
      const said = lines(place).at(-1) ?? '';
      expect(said).toContain('Wat je hier schreef, bewaar ik niet.');
      expect(said).toContain('Haal je bericht dan weg');
      expect(said).toContain('112');
      expect(JSON.stringify(place.conversation.received())).not.toMatch(/Sam|blauwe/);
      expect(await story.cases()).toEqual([]);
      expect(story.lines.join('')).not.toMatch(/Sam|blauwe/);
      expect(teacher.chat.everything()).not.toMatch(/Sam|blauwe/);
    },
  );

  test('when the bot comes to a team, then it says hello there once, however many events tell of it', async () => {
    const story = await given();
    const { leader } = story;
    const channel = teamOf(story);
    const botId = String((leader.activity('message')['recipient'] as { id: string }).id); // an activity has a recipient
    const added = leader.activity('conversationUpdate', { membersAdded: [{ id: botId }] }, channel);
    await Promise.all([
      leader.sends(added),
      leader.sends(leader.activity('installationUpdate', { action: 'add' }, channel)),
    ]);
    await leader.sends(leader.activity('conversationUpdate', { membersAdded: [{ id: botId }] }, channel));
    expect(withLine(channel, 'Hallo!')).toHaveLength(1);
    expect(lines(channel).join()).toMatch(
      /^Hallo! Jeroen Nijhuis heeft mij aan dit team toegevoegd\. Ik help bij de meldcode.*ik lees niet mee.*typ ‘berichten hier’/,
    );
  });

  test.each([
    [{ name: 'Vera *Onbekend*' }, /^Hallo! Vera \\\*Onbekend\\\* heeft mij aan dit team toegevoegd\. Ik help/],
    [{}, /^Hallo! Ik help/],
    [{ name: '  ' }, /^Hallo! Ik help/],
  ])('when Teams tells of who added it no more than %j, then that is said, or nothing', async (told, hello) => {
    const story = await given();
    const channel = teamOf(story);
    const from = { id: '29:who', aadObjectId: '9f9f9f9f-1111-4222-8333-444455556666', ...told };
    await story.leader.sends(story.leader.activity('installationUpdate', { action: 'add', from }, channel));
    expect(lines(channel).join()).toMatch(hello);
  });
});
