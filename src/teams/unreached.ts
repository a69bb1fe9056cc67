import type { FormContext } from '../cards/context';
import type { Deliveries } from '../notices/deliveries';

export type Unreached = Deliveries['undelivered'];

/** Who did not get a message of this case, each once; `perhaps` when none of theirs is sure to have been lost. */
export const unreachedIn = async (
  undelivered: Unreached,
  caseId: string,
): Promise<NonNullable<FormContext['unreached']>> => {
  const lost = await undelivered(caseId);
  const people = [...new Set(lost.map(({ to }) => to))];
  return people.map((person) => ({
    person,
    perhaps: lost.every(({ to, state }) => to !== person || state === 'ambiguous' || state === 'pending'),
  }));
};
