import type { Card } from '../cards/render';
import type { Destruction, DestructionProof } from '../casefile/destruction';
import type { Directory, Person } from '../directory/directory';
import { isLeaderRole } from '../protocol/roles';
import { destructionGrounds } from '../protocol/retention';
import { localDateOf } from '../protocol/time';
import type { PersonalDesk } from './desk';

type Tools = { directory: Directory; destruction: Pick<Destruction, 'proofs'> };

const MOST = 15;

/** The board sees every proof, a leader those of the own school; of an exit about staff only the board hears. */
const mayRead = (directory: Directory, { id, boardRoles }: Person, { schoolId, kind }: DestructionProof): boolean =>
  boardRoles.includes('bestuur') ||
  (kind !== 'medewerker' && directory.rolesAt(id, schoolId).some((role) => isLeaderRole(role)));

const isFor = ({ boardRoles, posts }: Person): boolean =>
  boardRoles.includes('bestuur') || posts.some(({ roles }) => roles.some(isLeaderRole));

/** What was destroyed, newest first, as proof without personal data; nothing for whoever has no say in it. */
export const destroyedCard = async (
  { directory, destruction }: Tools,
  desk: PersonalDesk,
): Promise<Card | undefined> => {
  const { person, t } = desk;
  if (!isFor(person)) return undefined;
  const proofs = [...(await destruction.proofs())].filter((one) => mayRead(directory, person, one)).reverse();
  const rows = proofs.slice(0, MOST).map(({ id, schoolId, ground, as, decidedAt, doneAt, facts }) => ({
    title: `${id} · ${doneAt === undefined ? t('nog bezig') : t.day(localDateOf(doneAt))}`,
    line: [
      directory.school(schoolId)?.name ?? t('Een school van vroeger'),
      t(destructionGrounds[ground]),
      as === 'leider'
        ? t('besloten op {day} door de schoolleiding', { day: t.day(localDateOf(decidedAt)) })
        : t('besloten op {day} door het bestuur', { day: t.day(localDateOf(decidedAt)) }),
      facts === 1 ? t('één vastlegging') : t('{facts} vastleggingen', { facts }),
    ].join(' · '),
  }));
  return desk.render('retention/destroyed', {
    summary:
      proofs.length === 0
        ? t('Er is nog geen dossier vernietigd.')
        : proofs.length > MOST
          ? t('Vernietigd: {count}. Hieronder de laatste {most}.', { count: proofs.length, most: MOST })
          : t('Vernietigd: {count}.', { count: proofs.length }),
    proofs: rows,
    footer: desk.footer(),
  });
};
