import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { english } from '../../../src/text/tongue';
import { fullestCards } from '../../cards/fullest';
import { launchChromium } from '../support/chromium';
import { contactSheet, type Picture } from './contactSheet';
import { openEasel } from './drawnCard';
import { themes, widths, type ThemeName, type WidthName } from './themes';

const folder = join(__dirname, '../../../artifacts/cards');
/** `npm run cards` keeps this sheet for the README. */
const keptSheet = join(__dirname, '../../../docs/cards.jpg');
const cards = fullestCards();
const inEnglish = fullestCards(english);

/**
 * Faults of the renderer on this page, where Teams draws with its own: a list with a search field has no name, and a
 * part that folds says so of itself.
 */
const notOurs = /^label: <input [^>]*ac-choiceSetInput-filtered|^aria-allowed-attr: <div class="ac-container"/;

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const looks = (Object.keys(themes) as ThemeName[]).flatMap((theme) =>
  (Object.keys(widths) as WidthName[]).map((width) => [theme, width] as const),
);

describe('given every card as full as it gets', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    await mkdir(folder, { recursive: true });
  });
  afterAll(() => browser.close());

  test.each(looks)('when it is drawn %s on the %s, then nothing is cut off and nobody is shut out', async (...look) => {
    const easel = await openEasel(browser, ...look);
    const faults: string[] = [];
    const pictures: Picture[] = [];
    for (const { name, card } of cards) {
      await easel.draw(card);
      const png = await easel.picture();
      pictures.push({ name, png });
      await writeFile(join(folder, `${name.replaceAll('/', '--')}.${look.join('.')}.png`), png);
      await easel.unfold();
      const found = [...(await easel.cutOff()), ...(await easel.barriers())].filter((fault) => !notOurs.test(fault));
      faults.push(...found.map((fault) => `${name}: ${fault}`));
    }
    await easel.close();
    const sheet = await contactSheet(browser, pictures);
    await writeFile(join(folder, `sheet.${look.join('.')}.jpg`), sheet);
    if (process.env['DRAW'] === 'yes' && look.join() === 'licht,bureau') await writeFile(keptSheet, sheet);
    expect(faults).toEqual([]);
    expect(cards.length).toBeGreaterThan(70);
  });

  test('when they are drawn in English on the phone, then nothing is cut off either', async () => {
    const easel = await openEasel(browser, 'licht', 'telefoon');
    const faults: string[] = [];
    for (const { name, card } of inEnglish) {
      await easel.draw(card);
      await writeFile(join(folder, `${name.replaceAll('/', '--')}.english.png`), await easel.picture());
      await easel.unfold();
      faults.push(...(await easel.cutOff()).map((fault) => `${name}: ${fault}`));
    }
    await easel.close();
    expect(faults).toEqual([]);
    expect(inEnglish.length).toBe(cards.length);
  });
});
