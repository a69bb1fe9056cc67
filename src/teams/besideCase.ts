import type { CaseStore, Head } from '../casefile/caseStore';
import type { FamilyLinks } from '../casefile/familyLinks';
import type { FormContext } from '../cards/context';
import type { Form } from '../cards/form';
import { pupilTitle } from '../cards/siblings';
import type { Directory } from '../directory/directory';
import type { CaseFile } from '../protocol/caseFile';
import { maySeeFile } from '../protocol/roles';
import type { PersonalDesk } from './desk';
import { actorAt, keysOf, pupilKeys } from './people';

type Reader = Pick<PersonalDesk, 'file' | 'actor' | 'person'>;

/** Cases of brothers and sisters, as far as this person may see those too: of another not even that it is there (I-24). */
const linksOf = async (
  familyLinks: Pick<FamilyLinks, 'of'>,
  desk: Reader,
  caseId: string,
): Promise<NonNullable<FormContext['links']>> => {
  const links = await familyLinks.of(caseId);
  const files = await Promise.all(links.map((link) => desk.file(link.case)));
  return links.flatMap(({ case: other, at, by, pupil }, i) => {
    const file = files[i];
    return file ? [{ caseId: other, title: pupilTitle(file), at, by, ...(pupil && { pupil }) }] : [];
  });
};

/** So many cases can be chosen from; they are the latest. */
const OTHERS = 30;

/** One look in the lists of this person. */
const otherCases = async (
  { directory, store }: { directory: Directory; store: CaseStore },
  desk: Reader,
  caseId: string,
): Promise<NonNullable<FormContext['others']>> => {
  const { heads } = await store.find(keysOf(directory, desk.person), { limit: OTHERS });
  return heads.flatMap(({ caseId: other, file }) =>
    other !== caseId && file.kind === 'stappenplan' && maySeeFile(desk.actor(file), file)
      ? [{ caseId: other, title: pupilTitle(file) }]
      : [],
  );
};

type Pair = NonNullable<FormContext['pairs']>[number];

/** Other cases of the same pupil at this school, as far as this person may see them: of another not even that it is there. */
export const samePupilCases = async (
  { store }: { store: CaseStore },
  desk: Reader,
  { caseId, file }: Pick<Head, 'caseId' | 'file'>,
): Promise<readonly Head[]> => {
  const keys = pupilKeys(file);
  if (keys.length === 0) return [];
  const { heads } = await store.find(keys, { limit: OTHERS });
  return heads.filter(
    (other) =>
      other.caseId !== caseId &&
      pupilKeys(other.file).join() === keys.join() &&
      maySeeFile(desk.actor(other.file), other.file),
  );
};

/** Of those the ones that whoever works in one of the two may not see; `opener`: whoever works in this one. */
export const pairsOf = async (
  tools: { directory: Directory; store: CaseStore; familyLinks: Pick<FamilyLinks, 'of'> },
  desk: Reader,
  head: Pick<Head, 'caseId' | 'file'>,
  who: 'opener' | 'either' = 'either',
): Promise<readonly Pair[]> => {
  const { directory, familyLinks } = tools;
  const others = await samePupilCases(tools, desk, head);
  if (others.length === 0) return [];
  const links = await familyLinks.of(head.caseId);
  const sees = (one: CaseFile, other: CaseFile): boolean =>
    maySeeFile(actorAt(directory, one.owner, other.schoolId), other);
  return others.flatMap(({ caseId, file }) => {
    const decided = links.find((link) => link.case === caseId && link.pupil);
    const unseen = !sees(head.file, file) || (who === 'either' && !sees(file, head.file));
    return unseen || decided ? [{ caseId, file, ...(decided && { decided }) }] : [];
  });
};

/** What a form asks for that lies beside the case, and nothing else is read. */
export const besideOf = async (
  tools: { directory: Directory; store: CaseStore; familyLinks: Pick<FamilyLinks, 'of'> },
  desk: Reader,
  head: Pick<Head, 'caseId' | 'file'>,
  { links, others, pairs }: Form,
): Promise<Pick<FormContext, 'links' | 'others' | 'pairs'>> => ({
  ...(links && { links: await linksOf(tools.familyLinks, desk, head.caseId) }),
  ...(others && { others: await otherCases(tools, desk, head.caseId) }),
  ...(pairs && { pairs: await pairsOf(tools, desk, head) }),
});
