import { StoredItemDamaged } from './caseStore';
import { MasterKeyFault } from './sealed/masterKey';

type Unreadable = StoredItemDamaged | MasterKeyFault;
const isUnreadable = (value: unknown): value is Unreadable =>
  value instanceof StoredItemDamaged || value instanceof MasterKeyFault;

/** What came of each, and what kept the others from being read; any other fault is thrown. */
export const readEach = async <T>(works: readonly Promise<T>[]): Promise<{ read: T[]; unreadable: Unreadable[] }> => {
  const outcomes = await Promise.allSettled(works);
  const faults: unknown[] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const unreadable = faults.filter(isUnreadable);
  if (unreadable.length < faults.length) throw faults.find((fault) => !isUnreadable(fault));
  return { read: outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), unreadable };
};
