import type { CaseStore } from '../casefile/caseStore';
import type { FamilyLinks } from '../casefile/familyLinks';
import type { FormContext } from '../cards/context';
import type { Directory } from '../directory/directory';
import type { CaseFile } from '../protocol/caseFile';
import { maySeeFile } from '../protocol/roles';
import type { PersonalDesk } from './desk';
import { keysOf } from './people';

type Reader = Pick<PersonalDesk, 'file' | 'actor' | 'person'>;

const titleOf = ({ pupil, number }: CaseFile): string => `${pupil.name} · ${number}`;

/** Cases of brothers and sisters, as far as this person may see those too: of another not even that it is there (I-24). */
export const linksOf = async (
  familyLinks: Pick<FamilyLinks, 'of'>,
  desk: Reader,
  caseId: string,
): Promise<NonNullable<FormContext['links']>> => {
  const links = await familyLinks.of(caseId);
  const files = await Promise.all(links.map((link) => desk.file(link.case)));
  return links.flatMap(({ case: other, at, by }, i) => {
    const file = files[i];
    return file ? [{ caseId: other, title: titleOf(file), at, by }] : [];
  });
};

/** So many cases can be chosen from; they are the latest. */
const OTHERS = 30;

/** One look in the lists of this person. */
export const otherCases = async (
  { directory, store }: { directory: Directory; store: CaseStore },
  desk: Reader,
  caseId: string,
): Promise<NonNullable<FormContext['others']>> => {
  const { heads } = await store.find(keysOf(directory, desk.person), { limit: OTHERS });
  return heads.flatMap(({ caseId: other, file }) =>
    other !== caseId && file.kind === 'stappenplan' && maySeeFile(desk.actor(file), file)
      ? [{ caseId: other, title: titleOf(file) }]
      : [],
  );
};
