import { openCosmos } from '../../src/casefile/cosmos/openCosmos';
import { testAccount, type TestAccount } from '../support/cosmosAccount';
import { MOMENT } from './contract/given';
import { openedOver } from './contract/stores';
import { storeContract } from './storeContract';

let account: TestAccount;
beforeAll(async () => {
  account = await testAccount();
});
afterAll(() => account.close());
// a real account takes its time to make containers, and every step goes over HTTP
jest.setTimeout(process.env.COSMOS_ENDPOINT ? 120_000 : 30_000);

storeContract('cosmos', async () => {
  let now = MOMENT;
  const { account: at, drop } = await account.database();
  const open = () => openCosmos(at, () => now);
  return openedOver({
    first: open(),
    again: open,
    setNow: (moment) => {
      now = moment;
    },
    stop: drop,
  });
});
