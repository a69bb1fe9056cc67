import { dutchDay } from '../cards/entry';
import type { Card, RenderCard } from '../cards/render';
import type { Destruction, DestructionProof } from '../casefile/destruction';
import type { Directory, Person } from '../directory/directory';
import { isLeaderRole } from '../protocol/roles';
import { destructionGrounds } from '../protocol/retention';
import { localDateOf } from '../protocol/time';
import { say } from '../text/nl';

type Tools = { directory: Directory; destruction: Pick<Destruction, 'proofs'>; render: RenderCard };

const MOST = 15;

/** The board sees every proof, a leader those of the own school; of an exit about staff only the board hears (A-06). */
const mayRead = (directory: Directory, { id, boardRoles }: Person, { schoolId, kind }: DestructionProof): boolean =>
  boardRoles.includes('bestuur') ||
  (kind !== 'medewerker' && directory.rolesAt(id, schoolId).some((role) => isLeaderRole(role)));

const isFor = ({ boardRoles, posts }: Person): boolean =>
  boardRoles.includes('bestuur') || posts.some(({ roles }) => roles.some(isLeaderRole));

/** What was destroyed, newest first, as proof without personal data; nothing for whoever has no say in it. */
export const destroyedCard = async (
  { directory, destruction, render }: Tools,
  person: Person,
): Promise<Card | undefined> => {
  if (!isFor(person)) return undefined;
  const proofs = [...(await destruction.proofs())].filter((one) => mayRead(directory, person, one)).reverse();
  const rows = proofs.slice(0, MOST).map(({ id, schoolId, ground, as, decidedAt, doneAt, facts }) => ({
    title: `${id} · ${doneAt === undefined ? 'nog bezig' : dutchDay(localDateOf(doneAt))}`,
    line: [
      directory.school(schoolId)?.name ?? 'Een school van vroeger',
      destructionGrounds[ground],
      `besloten op ${dutchDay(localDateOf(decidedAt))} door ${as === 'leider' ? 'de schoolleiding' : 'het bestuur'}`,
      `${facts} ${facts === 1 ? 'vastlegging' : 'vastleggingen'}`,
    ].join(' · '),
  }));
  return render('retention/destroyed', {
    summary:
      proofs.length === 0
        ? 'Er is nog geen dossier vernietigd.'
        : `Vernietigd: ${proofs.length}.${proofs.length > MOST ? ` Hieronder de laatste ${MOST}.` : ''}`,
    proofs: rows,
    footer: say.footer(directory.board.contacts),
  });
};
