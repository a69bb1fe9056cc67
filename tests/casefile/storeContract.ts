import { actionListsContract } from './contract/actionLists';
import { appendsContract } from './contract/appends';
import { figuresContract } from './contract/figures';
import { findingContract } from './contract/finding';
import type { OpenStores } from './contract/given';
import { interleavingsContract } from './contract/interleavings';
import { keyValuesContract } from './contract/keyValues';
import { leasesContract } from './contract/leases';
import { recordsContract } from './contract/records';
import { tamperingContract } from './contract/tampering';

/** Everything every adapter must do, mostly as seen through the sealing layer above it. `open` gives fresh, empty stores. */
export const storeContract = (adapter: string, open: OpenStores): void => {
  describe(`${adapter}: appends`, () => appendsContract(open));
  describe(`${adapter}: leases`, () => leasesContract(open));
  describe(`${adapter}: finding`, () => findingContract(open));
  describe(`${adapter}: key values`, () => keyValuesContract(open));
  describe(`${adapter}: records`, () => recordsContract(open));
  describe(`${adapter}: tampering`, () => tamperingContract(open));
  describe(`${adapter}: figures`, () => figuresContract(open));
  describe(`${adapter}: lists of actions`, () => actionListsContract(open));
  describe(`${adapter}: two writers`, () => interleavingsContract(open));
};
