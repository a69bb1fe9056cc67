import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';

const screenshots = join(__dirname, '../../../artifacts/screenshots');
// Far more than it takes: the computer may be doing other things.
const patience = 30_000;

/** What is filled in: text or a day as YYYY-MM-DD or one option; several options; a tick. */
export type Answer = string | readonly string[] | boolean;

const placeFor = async (name: string): Promise<string> => {
  const path = join(screenshots, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  return path;
};

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const holds = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

const preview = z.string().nullish();
const logged = z.object({
  log: z.object({
    from: z.literal('User Application'),
    request: z.object({
      body: z.object({
        text: preview,
        summary: preview,
        speak: preview,
        attachments: z
          .array(z.object({ content: z.object({ fallbackText: preview, speak: preview }).nullish() }))
          .nullish(),
      }),
    }),
  }),
});

/** The Playground logs each activity of the bot as it came in. */
const previewsIn = (frame: string): string[] => {
  const read = logged.safeParse(JSON.parse(frame));
  if (!read.success) return [];
  const { text, summary, speak, attachments } = read.data.log.request.body;
  const cards = (attachments ?? []).flatMap(({ content }) => [content?.fallbackText, content?.speak]);
  return [text, summary, speak, ...cards].filter((part) => typeof part === 'string');
};

/** A card on the screen. It stays the same message when its content is replaced or updated. */
export class ShownCard {
  constructor(
    private readonly page: Page,
    readonly root: Locator,
  ) {}

  text(): Promise<string> {
    return this.root.innerText();
  }

  heading(): Promise<string> {
    return this.root.getByRole('heading').first().innerText();
  }

  /** Waits until the card, as it is then, holds the text. */
  async waitFor(wanted: string | RegExp, withinMs = patience): Promise<void> {
    await this.root
      .filter({ hasText: wanted })
      .waitFor({ timeout: withinMs })
      .catch(async () => {
        throw new Error(`the card did not come to hold ${String(wanted)}; it holds:\n${await this.text()}`);
      });
  }

  /** Types in the input with this label: text, number or time. */
  async fill(label: string | RegExp, value: string): Promise<void> {
    await this.root.getByLabel(label).fill(value);
  }

  /** Sets a date input; `date` as YYYY-MM-DD. */
  async setDate(label: string | RegExp, date: string): Promise<void> {
    const input = this.root.getByLabel(label);
    await input.fill(date);
    await input.press('Tab');
  }

  /** Chooses options of a list, radio buttons or checkboxes, whichever the card shows under this label. */
  async choose(label: string | RegExp, ...options: string[]): Promise<void> {
    const list = this.root.getByRole('combobox', { name: label });
    if ((await list.count()) > 0) {
      await list.click();
      for (const option of options)
        await this.page
          .getByRole('option', { name: option, exact: true })
          .or(this.page.getByRole('menuitemcheckbox', { name: option, exact: true }))
          .click();
      // A list for several answers stays open over the rest of the card.
      if ((await list.getAttribute('aria-expanded')) === 'true') await this.page.keyboard.press('Escape');
      return;
    }
    const radios = this.root.getByRole('radiogroup', { name: label });
    for (const option of options) {
      // The accessible name of a checkbox begins with the label of the whole question; its aria-label does not.
      const box = this.root
        .getByRole('checkbox', { name: label })
        .and(this.root.locator(`[aria-label=${JSON.stringify(option)}]`));
      await radios.getByRole('radio', { name: option, exact: true }).or(box).check();
    }
  }

  /** Ticks a toggle; `on` false unticks it. */
  async check(label: string | RegExp, on = true): Promise<void> {
    await this.root.getByRole('checkbox', { name: label }).setChecked(on);
  }

  /** Answers the question with this label, whatever kind of input the card asks it with. */
  async answer(label: string, value: Answer): Promise<void> {
    if (typeof value === 'boolean') return this.check(label, value);
    if (typeof value !== 'string') return this.choose(label, ...value);
    if ((await this.root.getByRole('radiogroup', { name: label }).count()) > 0) return this.choose(label, value);
    const list = this.root.getByRole('combobox', { name: label });
    // A time is a list of half hours in which another time may be typed.
    if ((await list.count()) === 0 || /^\d\d:\d\d$/.test(value)) return this.fill(label, value);
    return (await list.getAttribute('aria-haspopup')) === 'dialog'
      ? this.setDate(label, value)
      : this.choose(label, value);
  }

  async press(button: string | RegExp): Promise<void> {
    await this.root.getByRole('button', { name: button, exact: true }).click();
  }

  /** Presses a button that shows another card in this place, and waits for that card. */
  async leave(button: string | RegExp): Promise<void> {
    const before = await this.heading();
    await this.press(button);
    const end = Date.now() + patience;
    while ((await this.heading()) === before) {
      if (Date.now() > end) throw new Error(`${String(button)} led nowhere; the card holds:\n${await this.text()}`);
      await pause(50);
    }
  }

  /** Writes artifacts/screenshots/<name>.png with the card alone and gives its path. */
  async screenshot(name: string): Promise<string> {
    const path = await placeFor(name);
    await this.root.locator('.ac-adaptiveCard').first().screenshot({ path, animations: 'disabled' });
    return path;
  }
}

/** One person's Agents Playground in a tab. Never reload it: each load installs the bot again. */
export class Playground {
  /** Script errors of the page. */
  readonly errors: string[] = [];
  /** Addresses outside this machine that the page asked for in vain. */
  readonly blocked: string[] = [];

  /** What a lock screen or an older client could show of each message of the bot: text, summary, speech, fallback. */
  readonly previews: string[] = [];

  private constructor(readonly page: Page) {}

  /** Opens a tab that reaches this machine only; resolves when a message can be typed. */
  static async open(browser: Browser, url: string): Promise<Playground> {
    const page = await browser.newPage({ viewport: { width: 1400, height: 2000 }, locale: 'nl-NL' });
    const shown = new Playground(page);
    page.setDefaultTimeout(patience);
    page.on('pageerror', ({ message }) => shown.errors.push(message));
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => shown.previews.push(...previewsIn(String(payload))));
    });
    await page.route(
      ({ hostname }) => !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname),
      async (route) => {
        shown.blocked.push(route.request().url());
        await route.abort();
      },
    );
    await page.goto(url);
    await page.getByRole('button', { name: 'Send Message' }).waitFor({ timeout: 30_000 });
    // The log panel would cover half of every screenshot.
    const hide = page.getByRole('button', { name: 'Hide log panel' });
    if ((await hide.count()) > 0) await hide.click();
    return shown;
  }

  /** Every message of the bot, oldest first. */
  get messages(): Locator {
    return this.page.locator('.fai-OutputCard');
  }

  async say(text: string): Promise<void> {
    const box = this.page.locator('[data-lexical-editor="true"][role="textbox"]').first();
    await box.click();
    await box.fill(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** Waits for a message of the bot, card or text, that holds this. */
  async waitFor(wanted: string | RegExp, withinMs = patience): Promise<void> {
    await this.messages.filter({ hasText: wanted }).last().waitFor({ timeout: withinMs });
  }

  /** The newest card that holds the text; waits for it. */
  async card(wanted: string | RegExp, withinMs = patience): Promise<ShownCard> {
    const end = Date.now() + withinMs;
    for (;;) {
      const index = await this.newestCard(wanted);
      // By its place, so that the same message is meant after its content has changed.
      if (index !== undefined) return new ShownCard(this.page, this.messages.nth(index));
      if (Date.now() > end)
        throw new Error(
          `no card with ${String(wanted)}; the bot's last messages:\n${(await this.texts()).slice(-3).join('\n---\n')}`,
        );
      await pause(50);
    }
  }

  /** The newest card with this heading; waits for it. */
  async titled(title: string, withinMs = patience): Promise<ShownCard> {
    const heading = this.page.getByRole('heading', { name: title, exact: true });
    const end = Date.now() + withinMs;
    for (;;) {
      for (let index = (await this.messages.count()) - 1; index >= 0; index -= 1)
        if ((await this.messages.nth(index).filter({ has: heading }).count()) > 0)
          return new ShownCard(this.page, this.messages.nth(index));
      if (Date.now() > end)
        throw new Error(
          `no card called ${title}; the bot's last messages:\n${(await this.texts()).slice(-3).join('\n---\n')}`,
        );
      await pause(50);
    }
  }

  /** The newest card; waits until there is one. */
  lastCard(): Promise<ShownCard> {
    return this.card(/[^]*/);
  }

  texts(): Promise<string[]> {
    return this.messages.allInnerTexts();
  }

  /** Writes artifacts/screenshots/<name>.png and gives its path. */
  async screenshot(name: string): Promise<string> {
    const path = await placeFor(name);
    await this.page.screenshot({ path });
    return path;
  }

  private async newestCard(wanted: string | RegExp): Promise<number | undefined> {
    for (let index = (await this.messages.count()) - 1; index >= 0; index -= 1) {
      const message = this.messages.nth(index);
      if ((await message.locator('.ac-adaptiveCard').count()) > 0 && holds(await message.innerText(), wanted))
        return index;
    }
    return undefined;
  }
}
