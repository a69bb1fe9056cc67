import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../../src/demo';
import { builtScript } from './builtScript';
import { hasChromium, launchChromium } from './chromium';
import { Playground } from './playground';

(hasChromium() ? describe : describe.skip)('the page object of the Playground (skipped without Chromium)', () => {
  let demo: Demo;
  let browser: Browser;
  beforeAll(async () => {
    demo = await startDemo({
      botScript: await builtScript('tinyBot'),
      botPort: 0,
      firstPlaygroundPort: 0,
      roles: ['leerkracht'],
    });
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const opened = (): Promise<Playground> => Playground.open(browser, demo.screens[0]?.url ?? '');

  test('a person talks, fills every kind of input, presses, and the same card shows what was kept', async () => {
    const screen = await opened();
    await screen.say('hoi');
    await screen.waitFor('echo: hoi');
    await screen.say('vraag');
    const card = await screen.card('Vraag');
    await card.press('Bewaar');
    await card.waitFor('Vul in wat je zag.');
    await card.fill('Wat zag je?', 'blauwe plek');
    await card.setDate('Op welke dag?', '2026-11-02');
    await card.fill('Hoe laat?', '10:30');
    await card.fill('Hoe vaak?', '3');
    await card.choose('Welke groep?', 'Groep 6');
    await card.choose('Weet je het zeker?', 'Ja');
    await card.choose('Welke signalen?', 'Moe', 'Boos');
    await card.choose('Welke groepen nog meer?', 'Groep 5', 'Groep 7');
    await card.check('Ik heb dit zelf gezien');
    await screen.screenshot('page-object-filled');
    await card.press('Bewaar');
    await card.waitFor('Bewaard');
    const kept = (await card.text()).replace(/\s+/g, ' ');
    for (const fact of [
      'what blauwe plek',
      'day 2026-11-02',
      'time 10:30',
      'times 3',
      'group 6',
      'sure ja',
      'signals moe,boos',
      'others 5,7',
      'agree true',
    ])
      expect(kept).toContain(fact);
    expect(existsSync(await screen.screenshot('page-object-kept'))).toBe(true);
    expect(screen.errors).toEqual([]);
  });

  test('a card keeps its place while newer ones come and a ShowCard opens', async () => {
    const screen = await opened();
    await screen.say('vraag');
    const first = await screen.lastCard();
    const before = (await screen.texts()).length;
    await screen.say('vraag');
    await screen.messages.nth(before).waitFor();
    await first.press('Uitleg');
    await first.waitFor('Dit is de uitleg.');
    await first.fill('Wat zag je?', 'niets');
    await first.choose('Welke groep?', 'Groep 5');
    await first.choose('Weet je het zeker?', 'Nee');
    await first.choose('Welke signalen?', 'Niet moe');
    await first.press('Bewaar');
    await first.waitFor('Bewaard');
    expect(await (await screen.lastCard()).text()).toContain('Vraag');
  });

  test('a page reaches nothing outside this machine', async () => {
    const screen = await opened();
    const answer = await screen.page.goto('http://school.example/').catch((error: Error) => error.message);
    expect(answer).toContain('ERR_FAILED');
    expect(screen.blocked).toContain('http://school.example/');
  });
});
