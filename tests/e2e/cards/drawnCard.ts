import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Card } from '../../../src/cards/render';
import { hostConfigOf, sheetOf, widths, type ThemeName, type WidthName } from './themes';

const scripts = [
  require.resolve('adaptivecards/dist/adaptivecards.js'),
  require.resolve('axe-core/axe.js'),
  join(__dirname, 'drawing.page.js'),
].map((file) => readFileSync(file, 'utf8'));

/** What drawing.page.js puts on the page. */
type Drawing = {
  draw: (card: Card, hostConfig: object) => void;
  unfold: () => void;
  cutOff: () => string[];
  barriers: () => Promise<string[]>;
};
declare const window: { drawing: Drawing }; // only inside the page

/** A page that draws cards as Teams does, in one theme and width. */
export type Easel = {
  draw: (card: Card) => Promise<void>;
  /** Opens what is folded: optional parts must fit too. */
  unfold: () => Promise<void>;
  /** Words of what does not fit. */
  cutOff: () => Promise<readonly string[]>;
  /** Serious and critical faults for people who listen to the card, or use no mouse. */
  barriers: () => Promise<readonly string[]>;
  picture: () => Promise<Buffer>;
  close: () => Promise<void>;
};

const margin = 16;

/** Opens an empty page that draws cards in this theme and width; it keeps the renderer between cards. `scale`: so much larger. */
export const openEasel = async (browser: Browser, theme: ThemeName, width: WidthName, scale = 1): Promise<Easel> => {
  const viewport = { width: widths[width] + margin, height: 900 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
  await page.setContent(
    `<!doctype html><html lang="nl"><title>Kaart</title><style>${sheetOf(theme)}</style><main id="card"></main></html>`,
  );
  for (const content of scripts) await page.addScriptTag({ content });
  const hostConfig = hostConfigOf(theme);
  return {
    draw: (card) => page.evaluate(([one, config]) => window.drawing.draw(one, config), [card, hostConfig] as const),
    unfold: () => page.evaluate(() => window.drawing.unfold()),
    cutOff: () => page.evaluate(() => window.drawing.cutOff()),
    barriers: () => page.evaluate(() => window.drawing.barriers()),
    picture: () => page.locator('#card').screenshot(),
    close: () => page.close(),
  };
};
