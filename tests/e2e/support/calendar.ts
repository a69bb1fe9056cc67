import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usualTerms } from '../../../src/protocol/termSettings';
import { mayRemindFrom } from '../../../src/protocol/termTiming';
import { builtScript } from './builtScript';

const DAY = 24 * 60 * 60 * 1000;

/** Left of the hours in which people are reminded, so that they do not end while a story is told. */
const schoolDay = { ...usualTerms, remindUntil: '15:00' };

/**
 * The school's calendar: the bot's clock, which a story can put forward to the day on which something is due. It is always
 * a school day there, whenever the story is told; nobody hears of a term in an evening or a weekend.
 */
export class Calendar {
  private readonly folder = mkdtempSync(join(tmpdir(), 'meldcode-calendar-'));
  private readonly file = join(this.folder, 'ahead');
  private ahead = 0;

  constructor(private readonly clock: () => number = Date.now) {
    this.goForward(0);
  }

  /** For the bot's process: what makes it follow this calendar. */
  async environment(): Promise<Record<string, string>> {
    const clock = await builtScript('clockPutForward');
    return { NODE_OPTIONS: `--require ${JSON.stringify(clock)}`, CLOCK_AHEAD: this.file };
  }

  goForward(days: number): void {
    const then = new Date(this.clock() + this.ahead + days * DAY).toISOString();
    this.ahead = Date.parse(mayRemindFrom('unanswered', then, schoolDay)) - this.clock();
    writeFileSync(this.file, String(this.ahead));
  }

  /** The day at the school so many days from now (negative: ago), as a card wants it: 2026-11-24. */
  day(fromNow = 0): string {
    return this.said(fromNow, { dateStyle: 'short' });
  }

  /** The time at the school, as a card wants it: 09:30. */
  get time(): string {
    return this.said(0, { timeStyle: 'short' });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Sweden writes days and times as cards do. */
  private said(days: number, parts: Intl.DateTimeFormatOptions): string {
    const moment = this.clock() + this.ahead + days * DAY;
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', ...parts }).format(moment);
  }
}
