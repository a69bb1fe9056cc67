import { memoryRecords } from '../../src/casefile/memory/memoryRecords';
import { MOMENT } from './contract/given';
import { openedOver } from './contract/stores';
import { storeContract } from './storeContract';

storeContract('memory', () => {
  let now = MOMENT;
  const records = memoryRecords(() => now);
  return openedOver({
    first: records,
    again: () => records,
    setNow: (moment) => {
      now = moment;
    },
    stop: async () => {},
  });
});
