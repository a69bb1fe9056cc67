import type { Records } from '../../../src/casefile/records';
import { KEY_BYTES } from '../../../src/casefile/sealed/seal';
import { secretMasterKey } from '../../../src/casefile/sealed/secretMasterKey';
import { storesOver } from '../../../src/casefile/stores';
import type { Stores } from './given';

/** A master key any test may use. */
export const testMasterKey = secretMasterKey([{ version: 'test-1', secret: Buffer.alloc(KEY_BYTES, 7) }]);

interface Adapter {
  first: Records;
  /** The same data opened once more, as a second instance of the bot does. */
  again: () => Records;
  setNow: (now: string) => void;
  /** After all that was opened has been closed. */
  stop: () => Promise<void>;
}

/** What the contract needs, from what an adapter gives: its records, sealed as they always are. */
export const openedOver = ({ first, again, setNow, stop }: Adapter): Stores => {
  const opened = [first];
  return {
    ...storesOver(first, testMasterKey),
    records: first,
    second: () => {
      const records = again();
      opened.push(records);
      return { ...storesOver(records, testMasterKey), records };
    },
    setNow,
    stop: async () => {
      for (const records of opened) await records.close();
      await stop();
    },
  };
};
