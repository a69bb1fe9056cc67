import type { CaseStore } from '../casefile/caseStore';
import type { FamilyLinks } from '../casefile/familyLinks';
import type { Card } from '../cards/render';
import type { Way } from '../cards/ways';
import type { Directory } from '../directory/directory';
import { isLeaderOf } from '../protocol/roles';
import { needsReason, samePupil, type SamePupil } from '../protocol/samePupil';
import type { Instant } from '../protocol/time';
import { pairsOf } from './besideCase';
import type { PersonalDesk } from './desk';

export type SamePupilTools = { directory: Directory; store: CaseStore; familyLinks: FamilyLinks; now: () => Instant };

const isOutcome = (word: string | undefined): word is SamePupil => word !== undefined && Object.hasOwn(samePupil, word);

/**
 * What whoever leads the school decides about two files that may be about the same pupil. Whoever may not see both hears
 * what they would hear of a case that is not there (I-24). Doing it twice changes nothing.
 */
export const decideSamePupil = async (tools: SamePupilTools, desk: PersonalDesk, way: Way): Promise<Card> => {
  const { case: caseId = '', about, form: as, detail = '' } = way;
  const file = await desk.file(caseId);
  if (!file || !isLeaderOf(desk.actor(file), file)) return desk.noCaseCard();
  const pair = (await pairsOf(tools, desk, { caseId, file })).find((one) => one.caseId === about);
  if (!pair) return desk.noCaseCard();
  const request = { form: 'family/same-pupil', caseId, about: pair.caseId } as const;
  const why = detail.trim();
  if (!isOutcome(as) || (needsReason(as) && why === '')) {
    const { chooseSamePupil, whyApart } = desk.t.say;
    const hint = isOutcome(as) ? whyApart : chooseSamePupil;
    return (await desk.card(request, { hint, inputs: { go: as ?? '', detail } })) ?? desk.noCaseCard();
  }
  await tools.familyLinks.decide(caseId, pair.caseId, { at: tools.now(), by: desk.person.id }, { as, why });
  return (await desk.card({ form: 'family/same-pupil', caseId })) ?? desk.noCaseCard();
};
