import { asks, beginsCase, chooses, does, doesOn, cardWith, goes, hears, offers, stories, theCase } from './story';
import { signal } from './steps';
import type { Meldcode } from '../support/meldcode';

const given = stories();
const reminder = 'De bewaartermijn van een dossier is voorbij';
const reviewed = { ground: 'De bewaartermijn is voorbij', reason: 'Sam is van school.', reviewed: true };

/** A case about Sam that was closed today, as the leader of the school closed it. */
const closedCase = async (): Promise<Meldcode> => {
  const story = await given();
  const { teacher } = story;
  await beginsCase(teacher);
  await does(teacher, 'Vastleggen', signal);
  await goes(teacher, 'Stap 4', 'Risico, aard en ernst');
  await does(teacher, 'Vastleggen', {
    ...{ risk: 'Laag', riskText: 'Er is een goede uitleg.', nature: 'Lichamelijk geweld', seriousness: 'Eén plek.' },
  });
  await does(teacher, 'Vastleggen', { answer: 'Nee', explanation: 'Sam viel van zijn fiets.' });
  await goes(teacher, 'Zaak sluiten');
  const card = cardWith(teacher, 'Zaak sluiten');
  const missing = Object.fromEntries([1, 2, 3].map((step) => [`missing${step}`, 'Niet nodig, het was een val.']));
  await doesOn(teacher, card, 'Zaak sluiten', {
    ...{ outcome: 'Na wegen is geen actie nodig', reason: 'Het was een val van de fiets.' },
    ...missing,
  });
  expect((await theCase(story)).file.status).toBe('closed');
  return story;
};

describe('given a case that was closed two years ago', () => {
  test('I-26: when its term ends, then the leader looks, holds it, is asked again, and destroys it; nothing of it is left but a proof', async () => {
    const story = await closedCase();
    const { leader, teacher, later, teams } = story;
    later(729);
    await story.settled();
    expect(leader.chat.cards.filter(({ text }) => text.includes(reminder))).toEqual([]);
    later(6);
    await hears(story, leader, reminder);
    await does(leader, 'Nu doen');
    const review = await chooses(leader, 'Langer bewaren');
    expect(review.text).toContain('Waarom blijft dit dossier bewaard?');
    await does(leader, 'Langer bewaren', { until: story.day(30), reason: 'Er loopt een klacht.' });
    later(37);
    await teams.until(
      () => leader.chat.cards.filter(({ text }) => text.includes(reminder)).length > 0 && leader,
      'the second reminder',
      20_000,
    );
    await does(leader, 'Nu doen');
    const destroy = await chooses(leader, 'Vernietigen');
    expect(destroy.text).toContain('Niemand kan het terughalen.');
    const unlooked = await does(leader, 'Vernietigen', { ...reviewed, reviewed: false });
    expect(unlooked.text).toContain('Kijk eerst in het dossier.');
    const { caseId } = await theCase(story);
    const receipt = await does(leader, 'Vernietigen', reviewed);
    expect(receipt.text).toContain('Besluit: dossier vernietigen');

    for (const person of [leader, teacher]) {
      const list = await asks(person, 'mijn zaken');
      expect(offers(list)).toEqual([]);
    }
    expect(await story.cases()).toEqual([]); // in no list any more, at once
    later(0, 0, 2);
    for (let looks = 0; looks < 100 && (await story.holds(caseId)); looks += 1) await story.settled();
    expect(await story.holds(caseId)).toBe(false);
    await asks(leader, 'privacy');
    const proofs = await does(leader, 'Vernietigde dossiers');
    expect(proofs.text).toMatch(/V-[0-9A-F]{10}/);
    expect(proofs.text).toContain('De bewaartermijn is voorbij');
    expect(proofs.text).not.toMatch(/Sam|MC-|nog bezig/);
    await asks(teacher, 'privacy');
    expect((await does(teacher, 'Vernietigde dossiers')).text).toContain('voor de schoolleiding en het bestuur');
    expect(story.log).toEqual([]);
  });
});
