import type { CaseStore, StoredItemDamaged } from './caseStore';

/** The same store; each damaged case that a list leaves out is told to `report`, whoever asked for the list. */
export const reportingDamage = (store: CaseStore, report: (damage: StoredItemDamaged) => void): CaseStore => ({
  ...store,
  find: async (keys, options) => {
    const found = await store.find(keys, options);
    found.damaged?.forEach(report);
    return found;
  },
});
