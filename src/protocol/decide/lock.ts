import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision, type NewEvent } from '../decision';
import { FULL, isKeeper, type Lock, type LockCommand } from '../lock';
import { isLeaderOf, theBot, type Actor } from '../roles';
import { openConsultations } from '../step2Consult';

/** Two different people, one of whom leads the school, guides it within, or is the board's. */
const isWhole = ({ keepers }: Lock): boolean =>
  new Set(keepers.map(({ person }) => person)).size === FULL && keepers.some(({ as }) => as !== 'collega');

/** Without the leader's part somebody gives away their own place or fills the empty one: nobody puts the other out. */
const putsOut = ({ keepers }: Lock, { lock }: CaseFile, by: Actor): boolean =>
  (lock?.keepers ?? []).some(({ person }) => person !== by.id && !keepers.some((one) => one.person === person));

const same = ({ keepers }: Lock, { lock }: CaseFile): boolean =>
  lock !== undefined && keepers.length === lock.keepers.length && keepers.every(({ person }) => isKeeper(lock, person));

/** What others had in the case goes to the two: nothing stays with somebody for whom it is not there any more. */
const handedOver = (file: CaseFile, lock: Lock, reason: string): readonly NewEvent[] => {
  const [first] = lock.keepers;
  const owner = isKeeper(lock, file.owner) || !first ? file.owner : first.person;
  const { plan } = file;
  return [
    ...(owner === file.owner ? [] : [{ type: 'OwnerReassigned', from: file.owner, to: owner, reason } as const]),
    ...(plan && !isKeeper(lock, plan.casemanager)
      ? [{ type: 'CasemanagerReassigned', from: plan.casemanager, to: owner, reason } as const]
      : []),
    ...(file.status === 'open' ? openConsultations(file) : []).flatMap(([consultation, { to }]) =>
      isKeeper(lock, to) ? [] : [{ type: 'ConsultationWithdrawn', consultation } as const],
    ),
  ];
};

export const decideLock = (command: LockCommand, file: CaseFile, by: Actor): Decision => {
  if (!said(command.reason)) return refuse('reason-needed');
  switch (command.type) {
    case 'lockFile': {
      const { keepers, aboutLeader, reason } = command;
      const bot = by.id === theBot;
      if (bot ? keepers.length === 0 : !isWhole(command)) return refuse('two-keepers-needed');
      if (!isLeaderOf(by, file) && putsOut(command, file, by)) return refuse('not-your-role');
      if (same(command, file)) return refuse('already-answered');
      const lock = { keepers, aboutLeader: aboutLeader || file.lock?.aboutLeader === true };
      return accept({ type: 'FileLocked', ...lock, reason }, ...handedOver(file, lock, reason));
    }
    case 'unlockFile':
      return file.lock ? accept({ type: 'FileUnlocked', reason: command.reason }) : refuse('already-answered');
  }
};
