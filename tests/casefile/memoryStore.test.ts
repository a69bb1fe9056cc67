import { memoryCaseStore } from '../../src/casefile/memoryCaseStore';
import { memoryKeyValueStore } from '../../src/casefile/memoryKeyValueStore';
import { MOMENT } from './contract/given';
import { storeContract } from './storeContract';

storeContract('memory', () => {
  let now = MOMENT;
  const cases = memoryCaseStore();
  const keyValues = memoryKeyValueStore(() => now);
  return {
    cases,
    keyValues,
    second: () => ({ cases, keyValues }),
    setNow: (moment) => {
      now = moment;
    },
    stop: async () => {},
  };
});
