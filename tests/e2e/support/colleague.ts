import type { Answer, Playground, ShownCard } from './playground';

/** What somebody fills in on a card: the label of each question with the answer. */
export type Answers = Readonly<Record<string, Answer>>;

/** One person at her own screen, doing what people do with the bot: type, fill in, press. Keeps a picture of each card. */
export class Colleague {
  private pictures = 0;

  constructor(
    /** As in the directory. */
    readonly name: string,
    readonly screen: Playground,
    /** Folder of her pictures in artifacts/screenshots. */
    private readonly album: string,
  ) {}

  say(text: string): Promise<void> {
    return this.screen.say(text);
  }

  /** Waits for a card with this heading and keeps a picture of it. */
  async sees(title: string): Promise<ShownCard> {
    const card = await this.screen.titled(title);
    await this.keepPicture(card, title);
    return card;
  }

  /** Waits for the bot to say, unasked, that something happened; the card it says so on. */
  async hears(notice: string): Promise<ShownCard> {
    // A term is looked at every quarter of a minute.
    const card = await this.screen.card(notice, 60_000);
    await this.keepPicture(card, notice);
    return card;
  }

  /** Fills in the card with this heading and presses; the card becomes its receipt, which is returned. */
  async answers(title: string, answers: Answers, button = 'Vastleggen'): Promise<ShownCard> {
    const card = await this.screen.titled(title);
    for (const [label, answer] of Object.entries(answers)) await card.answer(label, answer);
    await this.keepPicture(card, title);
    await card.press(button);
    await card.waitFor('✓');
    await this.keepPicture(card, `${title} vastgelegd`);
    return card;
  }

  /** Chooses on a menu. */
  async chooses(title: string, choice: string): Promise<void> {
    const card = await this.sees(title);
    await card.choose('Wat wil je doen?', choice);
    await card.leave(/^(Open je keuze|Verder)$/);
  }

  /** Does what the overview advises; `advice` is what it should say. */
  async follows(advice: string): Promise<void> {
    const overview = await this.sees('Overzicht van deze zaak');
    await overview.waitFor(advice);
    await overview.leave('Doe dit nu');
  }

  /** Opens something from the list on the overview. */
  async opens(choice: string): Promise<void> {
    const overview = await this.sees('Overzicht van deze zaak');
    await overview.choose('Of kies zelf wat je wilt doen', choice);
    await overview.leave('Open je keuze');
  }

  private async keepPicture(card: ShownCard, title: string): Promise<void> {
    this.pictures += 1;
    const words = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
    await card.screenshot(`${this.album}/${String(this.pictures).padStart(2, '0')}-${words}`.toLowerCase());
  }
}
