import type { FamilyLinks } from '../casefile/familyLinks';
import { mayRecord } from '../cards/permitted';
import type { Card } from '../cards/render';
import type { Way } from '../cards/ways';
import type { CaseFile } from '../protocol/caseFile';
import type { Instant } from '../protocol/time';
import type { PersonalDesk } from './desk';

export type SiblingTools = { familyLinks: FamilyLinks; now: () => Instant };

/** The case from which siblings are linked, for who may record them there. */
const from = async (desk: PersonalDesk, caseId: string | undefined): Promise<CaseFile | undefined> => {
  const file = caseId === undefined ? undefined : await desk.file(caseId);
  return file && mayRecord('recordSibling', { file, viewer: desk.actor(file) }) ? file : undefined;
};

/** Both cases, for who may see both; whoever may not hears what they would hear of a case that is not there (I-24). */
const both = async (desk: PersonalDesk, { case: one, about: other }: Way) => {
  if (one === undefined || other === undefined || one === other) return undefined;
  const mine = await from(desk, one);
  const theirs = mine && (await desk.file(other));
  return theirs?.kind === 'stappenplan' ? { one, other } : undefined;
};

/** Links the case of a brother or sister, or takes the link away; doing it twice changes nothing. */
export const linkSibling = async (
  { familyLinks, now }: SiblingTools,
  desk: PersonalDesk,
  way: Way,
  as: 'link' | 'unlink',
): Promise<Card> => {
  const pair = await both(desk, way);
  if (!pair) return desk.noCaseCard();
  await familyLinks[as](pair.one, pair.other, { at: now(), by: desk.person.id });
  return (await desk.card({ form: 'family/siblings', caseId: pair.one })) ?? desk.noCaseCard();
};

/**
 * What a new case takes over of a brother or sister: name, group and birth date, and no more. A case is begun at the school of
 * the child, by somebody who works there.
 */
export const startsSibling = async (
  desk: PersonalDesk,
  { case: caseId, about }: Way,
): Promise<{ card: Card } | { school: string; from: string }> => {
  const file = await from(desk, caseId);
  const sibling = file?.siblings?.find(({ number }) => String(number) === about);
  if (!sibling || caseId === undefined) return { card: desk.noCaseCard() };
  if (desk.schoolId(sibling.school) !== sibling.school)
    return { card: desk.message(desk.t.say.siblingElsewhere, caseId) };
  const { name, group = '', birthDate = '' } = sibling;
  desk.fill({ name, group, birthDate });
  return { school: sibling.school, from: caseId };
};

/**
 * A case that was begun from that of a brother or sister is linked to it, when whoever began it may see that one. The case is
 * safe by now; a link that failed can be made by hand.
 */
export const linkBegun = async (
  { familyLinks, now, fault }: SiblingTools & { fault: (where: string, error: unknown) => void },
  desk: PersonalDesk,
  begun: string,
  other: string | undefined,
): Promise<void> => {
  try {
    if (other !== undefined && other !== begun && (await from(desk, other)))
      await familyLinks.link(begun, other, { at: now(), by: desk.person.id });
  } catch (error) {
    fault('talk', error);
  }
};
