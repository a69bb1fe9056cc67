import { documents, mayTake, wantedIn } from '../cards/documents';
import type { Card } from '../cards/render';
import type { Way } from '../cards/ways';
import type { Directory } from '../directory/directory';
import type { Fetch } from '../dossier/fetch';
import type { Tickets } from '../dossier/tickets';
import type { PersonalDesk } from './desk';
import { nameOfView, viewIn } from './figuresView';

/** How documents leave: tickets, and the bot's own address as a browser reaches it (undefined: not laid down). */
export type Papers = { tickets: Tickets; publicUrl: string | undefined };

export const DOCUMENTS_PATH = '/documenten';

const MIDDLE = 3;

/** A card with a one-time address and its code, for who may see the file; else the answer of a case that does not exist. */
export const readyDocument = async (
  { papers }: { papers: Papers },
  desk: PersonalDesk,
  { case: caseId, about }: Way,
): Promise<Card> => {
  const file = caseId === undefined ? undefined : await desk.file(caseId);
  const wanted = wantedIn(about);
  if (!file || caseId === undefined || !wanted) return desk.noCaseCard();
  if (wanted.name === 'cijfers' || !mayTake(wanted.name, desk.actor(file), file)) return desk.noCaseCard();
  if (papers.publicUrl === undefined) return desk.message(desk.t.say.noAddress, caseId);
  const { name, of } = wanted;
  return ready({ papers }, desk, { caseId, document: name, of }, papers.publicUrl);
};

/** The same for the figures of a year, for whoever may read them; they are of no case. */
export const readyFigures = async (
  tools: { papers: Papers; directory: Directory },
  desk: PersonalDesk,
  about: string | undefined,
): Promise<Card> => {
  const { publicUrl } = tools.papers;
  const view = viewIn(about, tools.directory, desk.person);
  if (!view) return desk.message(desk.t.say.notForYou);
  if (publicUrl === undefined) return desk.message(desk.t.say.noAddress);
  return ready(tools, desk, { caseId: '', document: 'cijfers', of: nameOfView(view) }, publicUrl);
};

const ready = async (
  { papers }: { papers: Papers },
  desk: PersonalDesk,
  { caseId, document, of }: Omit<Fetch, 'by'>,
  publicUrl: string,
): Promise<Card> => {
  const { ticket, code, until } = await papers.tickets.issue({ caseId, document, of, by: desk.person.id });
  return desk.render('shared/document-ready', {
    m: { case: caseId },
    title: desk.t(documents[document].title),
    code: `${code.slice(0, MIDDLE)} ${code.slice(MIDDLE)}`,
    until: desk.t.moment(until),
    url: `${publicUrl}${DOCUMENTS_PATH}/${ticket}`,
    footer: desk.footer(),
  });
};
