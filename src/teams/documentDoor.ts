import { documents, mayTake, wantedIn } from '../cards/documents';
import { dutchMoment } from '../cards/entry';
import type { Card, RenderCard } from '../cards/render';
import type { Way } from '../cards/ways';
import type { Directory } from '../directory/directory';
import type { Fetch, Tickets } from '../dossier/tickets';
import { say } from '../text/nl';
import type { PersonalDesk } from './desk';
import { nameOfView, viewIn } from './figuresView';

/** How documents leave: tickets, and the bot's own address as a browser reaches it (undefined: not laid down). */
export type Papers = { tickets: Tickets; publicUrl: string | undefined };

export const DOCUMENTS_PATH = '/documenten';

const MIDDLE = 3;

/** A card with a one-time address and its code, for who may see the file; else the answer of a case that does not exist. */
export const readyDocument = async (
  { papers, render }: { papers: Papers; render: RenderCard },
  desk: PersonalDesk,
  { case: caseId, about }: Way,
): Promise<Card> => {
  const file = caseId === undefined ? undefined : await desk.file(caseId);
  const wanted = wantedIn(about);
  if (!file || caseId === undefined || !wanted) return desk.noCaseCard();
  if (wanted.name === 'cijfers' || !mayTake(wanted.name, desk.actor(file), file)) return desk.noCaseCard();
  if (papers.publicUrl === undefined) return desk.message(say.noAddress, caseId);
  const { name, of } = wanted;
  return ready({ papers, render }, desk, { caseId, document: name, of }, papers.publicUrl);
};

/** The same for the figures of a year, for whoever may read them; they are of no case. */
export const readyFigures = async (
  tools: { papers: Papers; render: RenderCard; directory: Directory },
  desk: PersonalDesk,
  about: string | undefined,
): Promise<Card> => {
  const { publicUrl } = tools.papers;
  const view = viewIn(about, tools.directory, desk.person);
  if (!view) return desk.message(say.notForYou);
  if (publicUrl === undefined) return desk.message(say.noAddress);
  return ready(tools, desk, { caseId: '', document: 'cijfers', of: nameOfView(view) }, publicUrl);
};

const ready = async (
  { papers, render }: { papers: Papers; render: RenderCard },
  desk: PersonalDesk,
  { caseId, document, of }: Omit<Fetch, 'by'>,
  publicUrl: string,
): Promise<Card> => {
  const { ticket, code, until } = await papers.tickets.issue({ caseId, document, of, by: desk.person.id });
  return render('shared/document-ready', {
    m: { case: caseId },
    title: documents[document].title,
    code: `${code.slice(0, MIDDLE)} ${code.slice(MIDDLE)}`,
    until: dutchMoment(until),
    url: `${publicUrl}${DOCUMENTS_PATH}/${ticket}`,
    footer: desk.footer(),
  });
};
