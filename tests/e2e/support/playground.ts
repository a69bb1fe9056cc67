import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';

const screenshots = join(__dirname, '../../../artifacts/screenshots');
const patience = 10_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const holds = (text: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);

/** A card on the screen. It stays the same message when its content is replaced or updated. */
export class ShownCard {
  constructor(
    private readonly page: Page,
    readonly root: Locator,
  ) {}

  text(): Promise<string> {
    return this.root.innerText();
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

  async press(button: string | RegExp): Promise<void> {
    await this.root.getByRole('button', { name: button, exact: true }).click();
  }
}

/** One person's Agents Playground in a tab. Never reload it: each load installs the bot again. */
export class Playground {
  /** Script errors of the page. */
  readonly errors: string[] = [];
  /** Addresses outside this machine that the page asked for in vain. */
  readonly blocked: string[] = [];

  private constructor(readonly page: Page) {}

  /** Opens a tab that reaches this machine only; resolves when a message can be typed. */
  static async open(browser: Browser, url: string): Promise<Playground> {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, locale: 'nl-NL' });
    const shown = new Playground(page);
    page.setDefaultTimeout(patience);
    page.on('pageerror', ({ message }) => shown.errors.push(message));
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

  /** The newest card; waits until there is one. */
  lastCard(): Promise<ShownCard> {
    return this.card(/[^]*/);
  }

  texts(): Promise<string[]> {
    return this.messages.allInnerTexts();
  }

  /** Writes artifacts/screenshots/<name>.png and gives its path. */
  async screenshot(name: string): Promise<string> {
    await mkdir(screenshots, { recursive: true });
    const path = join(screenshots, `${name}.png`);
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
