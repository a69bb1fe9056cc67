import type { Card } from '../cards/render';
import type { PersonalDesk } from './desk';

/** A line that something waits, and the way to it; names nobody and nothing. `daily`: it comes every day, and can be switched off. */
export const waitingCard = (desk: PersonalDesk, text: string, { daily = false } = {}): Card =>
  desk.render('notices/waiting', { title: desk.t.say.noticeTitle, text, daily, footer: desk.footer() });
