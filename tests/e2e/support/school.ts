import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startDemo, type Demo } from '../../../src/demo';
import type { DemoRole } from '../../../src/demo/cast';
import { Calendar } from './calendar';
import { launchChromium } from './chromium';
import { Colleague } from './colleague';
import { Playground } from './playground';

const logs = join(__dirname, '../../../artifacts/logs');

/** A school with three people at their screens, and the real bot with an empty store behind them. */
export interface School {
  teacher: Colleague;
  ibEr: Colleague;
  leader: Colleague;
  everybody: readonly Colleague[];
  calendar: Calendar;
  /** Everything that lock screens and the bot's log could tell so far, to whoever looks. */
  toldOutside: () => string;
  close: () => Promise<void>;
}

const opened = async (
  demo: Demo,
  browser: Browser,
  journey: string,
): Promise<Pick<School, 'teacher' | 'ibEr' | 'leader' | 'everybody'>> => {
  const at = async (role: DemoRole): Promise<Colleague> => {
    const seat = demo.screens.find((screen) => screen.role === role);
    if (!seat) throw new Error(`nobody is ${role}`);
    return new Colleague(seat.person.name, await Playground.open(browser, seat.url), `${journey}/${role}`);
  };
  // All of them, before anything happens: that is how the bot learns where everybody's chat is.
  const teacher = await at('leerkracht');
  const ibEr = await at('intern-begeleider');
  const leader = await at('schoolleider');
  const everybody = [teacher, ibEr, leader];
  for (const { screen } of everybody) await screen.titled('Welkom bij de meldcode-bot');
  return { teacher, ibEr, leader, everybody };
};

/** Starts what `npm run demo` starts, on free ports, and opens everybody's screen. `journey` names the album of pictures. */
export const openSchool = async (journey: string): Promise<School> => {
  const calendar = new Calendar();
  const demo = await startDemo({ botPort: 0, firstPlaygroundPort: 0, env: await calendar.environment() });
  const browser = await launchChromium();
  const close = async (): Promise<void> => {
    await mkdir(logs, { recursive: true });
    await writeFile(join(logs, `${journey}.log`), demo.botLog()); // to find a fault in, when a journey ends in one
    await browser.close();
    await demo.stop();
    calendar.remove();
  };
  try {
    const people = await opened(demo, browser, journey);
    const toldOutside = (): string =>
      [...people.everybody.flatMap(({ screen }) => screen.previews), demo.botLog()].join('\n');
    return { ...people, calendar, toldOutside, close };
  } catch (error) {
    await close();
    throw error;
  }
};
