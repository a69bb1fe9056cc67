import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Card as Template } from '../../../src/cards/render';
import { accepted, asksColleagues, because, helped, risk, safe, talk } from '../../scenarios/steps';
import { asks, does, goes, hears, stories } from '../../scenarios/story';
import type { Card } from '../../support/card';
import { sizeOf } from '../../teamsApp/png';
import { openEasel, type Easel } from '../cards/drawnCard';
import { launchChromium } from '../support/chromium';
import { pictureOf, storeSize, type Post } from './teamsWindow';

/** `npm run store-screens` keeps them here, for the submission to the Teams Store. */
const kept = join(__dirname, '../../../docs/store');
const given = stories();
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const drawnOn =
  (easel: Easel) =>
  async ({ content }: Card): Promise<Post> => {
    await easel.draw(content as Template); // what Teams got is a card
    return { drawn: await easel.picture() };
  };

describe('given a made-up case of the example school', () => {
  test('when it is played, then its chats give the five pictures that the Teams Store asks for', async () => {
    const desk = await openEasel(browser, 'licht', 'bureau', 2);
    const phone = await openEasel(browser, 'licht', 'telefoon', 2);
    const [drawn, onPhone] = [drawnOn(desk), drawnOn(phone)];
    const story = await given();
    const { teacher, otherTeacher, leader } = story;
    const pictures: Record<string, Buffer> = {};
    const worry = 'ik maak me zorgen over Sam';

    const start = await drawn(await asks(teacher, worry));
    pictures['1-start'] = await pictureOf(browser, { person: teacher.name, posts: [{ typed: worry }, start] });

    await asksColleagues(teacher, otherTeacher.name);
    const request = await hears(story, otherTeacher, 'Herken jij dit?');
    pictures['2-collega'] = await pictureOf(browser, { person: otherTeacher.name, posts: [await drawn(request)] });

    await goes(teacher, 'Stap 3', 'Gesprek vastleggen');
    await does(teacher, 'Vastleggen', talk(story));
    const overview = await asks(teacher, 'overzicht');
    const typed = { typed: 'overzicht' };
    pictures['3-overzicht'] = await pictureOf(browser, { person: teacher.name, posts: [typed, await drawn(overview)] });

    await goes(teacher, 'Stap 4', 'Risico, aard en ernst');
    await does(teacher, 'Vastleggen', risk);
    await does(teacher, 'Vastleggen', { answer: 'Ja', ...because });
    const question = teacher.chat.lastCard();
    for (const answer of [safe, helped, accepted]) await does(teacher, 'Vastleggen', answer);
    const confirm = await hears(story, leader, '4. Hulp aanvaard: ja');
    pictures['4-schoolleider'] = await pictureOf(browser, { person: leader.name, posts: [await drawn(confirm)] });

    const emergency = await asks(teacher, 'nood');
    pictures['5-telefoon'] = await pictureOf(
      browser,
      { person: teacher.name, posts: [await onPhone(question)] },
      { person: teacher.name, posts: [{ typed: 'nood' }, await onPhone(emergency)] },
    );

    for (const png of Object.values(pictures)) expect(sizeOf(png)).toEqual(storeSize);
    const folder = process.env['DRAW'] === 'yes' ? kept : join(__dirname, '../../../artifacts/store');
    await mkdir(folder, { recursive: true });
    for (const [name, png] of Object.entries(pictures)) await writeFile(join(folder, `${name}.png`), png);
  });
});
