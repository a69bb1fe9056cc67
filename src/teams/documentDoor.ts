import { aboutOf, documents, mayTake, wantedIn } from '../cards/documents';
import type { Card } from '../cards/render';
import type { Way } from '../cards/ways';
import type { Directory } from '../directory/directory';
import type { Fetch } from '../dossier/fetch';
import type { PersonalDesk } from './desk';
import { nameOfView, viewIn } from './figuresView';
import type { Papers } from './papers';

type Tools = { papers: Papers; directory: Directory };

export const DOCUMENTS_PATH = '/documenten';

const MIDDLE = 3;

/** A card with a one-time address and its code, for who may see the file; else the answer of a case that does not exist. */
export const readyDocument = async (tools: Tools, desk: PersonalDesk, { case: caseId, about }: Way): Promise<Card> => {
  const file = caseId === undefined ? undefined : await desk.file(caseId);
  const wanted = wantedIn(about);
  if (!file || caseId === undefined || !wanted) return desk.noCaseCard();
  if (wanted.name === 'cijfers' || !mayTake(wanted.name, desk.actor(file), file)) return desk.noCaseCard();
  const { publicUrl } = tools.papers;
  if (publicUrl === undefined) return desk.message(desk.t.say.noAddress, caseId);
  const { name, of } = wanted;
  return ready(tools, desk, { caseId, document: name, of }, publicUrl);
};

/** The same for the figures of a year, for whoever may read them; they are of no case. */
export const readyFigures = async (tools: Tools, desk: PersonalDesk, about: string | undefined): Promise<Card> => {
  const { publicUrl } = tools.papers;
  const view = viewIn(about, tools.directory, desk.person);
  if (!view) return desk.message(desk.t.say.notForYou);
  if (publicUrl === undefined) return desk.message(desk.t.say.noAddress);
  return ready(tools, desk, { caseId: '', document: 'cijfers', of: nameOfView(view) }, publicUrl);
};

const ready = async (
  { papers, directory }: Tools,
  desk: PersonalDesk,
  { caseId, document, of }: Omit<Fetch, 'by'>,
  publicUrl: string,
): Promise<Card> => {
  const { ticket, code, until } = await papers.tickets.issue({ caseId, document, of, by: desk.person.id });
  return desk.render('shared/document-ready', {
    m: { case: caseId, about: aboutOf({ document, of }) },
    oneDrive: directory.board.oneDrive,
    title: desk.t(documents[document].title),
    code: `${code.slice(0, MIDDLE)} ${code.slice(MIDDLE)}`,
    until: desk.t.moment(until),
    url: `${publicUrl}${DOCUMENTS_PATH}/${ticket}`,
    footer: desk.footer(),
  });
};
