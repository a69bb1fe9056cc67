import type { CaseFile } from '../caseFile';
import type { LockEvent } from '../lock';

export const rememberLock = (file: CaseFile, event: LockEvent): CaseFile => {
  switch (event.type) {
    case 'FileLocked':
      return { ...file, lock: { keepers: event.keepers, aboutLeader: event.aboutLeader } };
    case 'FileUnlocked':
      return unlocked(file);
  }
};

/** The file for whoever may see it by their post. */
export const unlocked = (file: CaseFile): CaseFile => {
  const { lock: _over, ...rest } = file;
  return rest;
};
