import type { Person } from '../support/person';
import { accepted, because, helped, safe, suspects, walksToWeighing } from './steps';
import { beginsCase, does, facts, goes, hears, stories } from './story';

const given = stories();

const request = 'Ben je op de hoogte van deze weging?';
const suspicion = 'Een collega weegt een zorg';
const heard = ({ chat }: Person, text: string): number => chat.cards.filter((card) => card.text.includes(text)).length;

describe('given a teacher who weighs', () => {
  test('when question 1 is yes and the others follow, then the leader hears of it, and is asked once, for the whole (R-123, R-124, R-245)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await hears(story, leader, suspicion);
    expect(heard(leader, request)).toBe(0);
    for (const answer of [safe, helped, accepted]) await does(teacher, 'Vastleggen', answer);
    await hears(story, leader, '4. Hulp aanvaard: ja');
    await story.settled();
    expect(heard(leader, suspicion)).toBe(1);
    expect(heard(leader, request)).toBe(1);
    await does(leader, 'Ik ben op de hoogte en bevestig');
    expect(await facts(story)).toContain('WeighingConfirmed');
  });

  test('when the leader reads along and confirms before the end, then they are asked again only for what came later (R-123, R-124)', async () => {
    const story = await given();
    const { teacher, leader } = story;
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await hears(story, leader, suspicion);
    await does(leader, 'Bekijken');
    await does(leader, 'Ik ben op de hoogte en bevestig');
    for (const answer of [safe, helped, accepted]) await does(teacher, 'Vastleggen', answer);
    const again = await hears(story, leader, '4. Hulp aanvaard: ja');
    expect(again.text).toContain('Vraag 1. Vermoeden: ja');
    expect(again.text).toContain('(al bevestigd)');
  });

  test('when a melding can’t wait while the leader is away from Teams, then one request is there when they are back, and it says so (R-125, R-124)', async () => {
    const story = await given();
    const { teacher, leader, later } = story;
    await leader.uninstalls();
    await beginsCase(teacher);
    await walksToWeighing(story);
    await suspects(story);
    await does(teacher, 'Vastleggen', { acute: 'Twijfel', structural: 'Nee', ...because });
    await goes(teacher, 'Stap 4', 'Vraag 3');
    const together = { veiligThuisName: 'Anouk', veiligThuisOn: story.day() };
    await does(teacher, 'Vastleggen', { ...helped, effective: 'Nee', ...together });
    await hears(story, teacher, 'Vraag Jeroen Nijhuis om de app Meldcode te openen');
    later(0, 1);
    await leader.installs();
    await hears(story, leader, request);
    later(1);
    await story.settled();
    expect(heard(leader, suspicion)).toBe(0);
    expect(heard(leader, request)).toBe(1);
    expect(heard(leader, 'Je kunt aanvullen, niet tegenhouden.')).toBe(1);
  });
});
