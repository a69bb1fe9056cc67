import type { Card, RenderCard } from '../cards/render';
import type { Directory } from '../directory/directory';
import { say } from '../text/nl';

/** A line that something waits, and the way to it; names nobody and nothing. `daily`: it comes every day, and can be switched off. */
export const waitingCard = (
  { render, directory }: { render: RenderCard; directory: Directory },
  text: string,
  { daily = false } = {},
): Card => {
  const footer = say.footer(directory.board.contacts);
  return render('notices/waiting', { title: say.noticeTitle, text, daily, footer });
};
