import type { CaseFile } from './caseFile';
import { isKeeper, withinLock, type Lock } from './lock';
import { progress } from './progress';
import { staffExitCircle, type Recipient } from './roles';
import { termsOf } from './terms';

/** In whose lists a case stands, and for whom it waits. Looking is judged again when somebody opens it. */
export type Listing = { visibleTo: readonly Recipient[]; awaited: readonly Recipient[] };

/**
 * A term that has come waits for somebody too, and for the leadership when whoever works on it is away; which have come, and
 * who is away, is for the reader's moment.
 */
const remindedOf = (file: CaseFile): readonly Recipient[] => {
  const reminded = termsOf(file).flatMap(({ who }) => who);
  return file.kind === 'stappenplan' && reminded.length > 0 ? [...reminded, { role: 'leiding' }] : reminded;
};

const nameOf = (recipient: Recipient): string =>
  'person' in recipient ? recipient.person : `${recipient.role} ${recipient.except ?? ''}`;
const eachOnce = (recipients: readonly Recipient[]): readonly Recipient[] => [
  ...new Map(recipients.map((recipient) => [nameOf(recipient), recipient])).values(),
];

/** The case stands in the lists of the two by name, and what waits for a post waits for whoever of them has that part. */
const forTwo = (lock: Lock, waits: readonly Recipient[]): Listing => ({
  visibleTo: lock.keepers.map(({ person }) => ({ person })),
  awaited: eachOnce(waits.flatMap((to) => withinLock(lock, to))).filter(
    (to) => 'person' in to && isKeeper(lock, to.person),
  ),
});

const onSteps = (file: CaseFile): Listing => {
  const visibleTo: Recipient[] = [{ person: file.owner }, { role: 'leiding' }, { role: 'ibEr' }];
  if (file.plan) visibleTo.push({ person: file.plan.casemanager });
  const awaited = progress(file).waiting.map((waiting): Recipient => {
    switch (waiting.for) {
      case 'leader':
        return { role: 'leiding' };
      case 'colleague':
      case 'casemanager':
        return { person: waiting.person };
    }
  });
  if (file.status === 'open' && file.weighing?.talkRequested) awaited.push({ person: file.owner });
  if (file.status === 'open' && file.consult.toTell.some(({ of }) => of === 'zorgteam')) awaited.push({ role: 'ibEr' });
  const waits = [...awaited, ...remindedOf(file)];
  return file.lock ? forTwo(file.lock, waits) : { visibleTo, awaited: eachOnce(waits) };
};

/** A colleague who is asked finds the request among what waits, never the case among theirs (I-21). */
export const listingOf = (file: CaseFile): Listing => {
  if (file.retention?.destroyed) return { visibleTo: [], awaited: [] };
  switch (file.kind) {
    case 'none':
      return { visibleTo: [], awaited: [] };
    case 'stappenplan':
      return onSteps(file);
    case 'medewerker':
      return { visibleTo: staffExitCircle(file), awaited: eachOnce(remindedOf(file)) };
    case 'leerlingen':
      return {
        visibleTo: [
          { person: file.owner },
          { role: 'leiding' },
          ...(file.exit?.told ?? []).map((person) => ({ person })),
        ],
        awaited: eachOnce(remindedOf(file)),
      };
  }
};
