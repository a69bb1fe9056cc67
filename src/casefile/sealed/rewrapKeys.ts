import type { MasterKey } from './masterKey';
import type { KeyRecords } from '../records';
import { walk } from '../whole/walk';

/**
 * Wraps every data key anew that an older version of the master key wrapped. Doing it again, or going on after a stop,
 * is no fault; a key that is destroyed meanwhile stays destroyed, and one that was made anew stays as it is. Gives how many were wrapped anew.
 */
export const rewrapKeys = async (
  keys: KeyRecords,
  master: MasterKey,
  progress: (done: number) => void = () => undefined,
): Promise<number> => {
  const newest = await master.newest();
  let done = 0;
  for await (const record of walk(
    (place) => keys.page(place),
    ({ id }) => id,
  )) {
    if (record.wrappedBy === newest) continue;
    const wrapped = await master.wrap(await master.unwrap(record));
    if (await keys.replace({ id: record.id, ...wrapped }, record.wrapped)) done += 1;
    progress(done);
  }
  return done;
};
