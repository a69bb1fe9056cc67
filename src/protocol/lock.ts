import type { CaseFile, Recorded } from './caseFile';
import type { Command } from './decide';
import type { Notice } from './notices';
import type { PersonId, Recipient } from './roles';

/**
 * One of the two for whom a sensitive case is (A-29, need to know). `as`: their post when they were named. The leader's part in
 * this case is theirs who lead the school, or are the board's; with neither of those the intern begeleider's.
 */
export type Keeper = { person: PersonId; as: 'leiding' | 'ibEr' | 'bestuur' | 'collega' };
/** `aboutLeader`: somebody of the leadership is why; then the board hears when nobody is left, and not the leadership. */
export type Lock = { keepers: readonly Keeper[]; aboutLeader: boolean };

/** With one of them gone a case is for one person, until a second is named. */
export const FULL = 2;

export type LockCommand = ({ type: 'lockFile'; reason: string } & Lock) | { type: 'unlockFile'; reason: string };
export type LockEvent =
  Recorded<'FileLocked', Lock & { reason: string }> | Recorded<'FileUnlocked', { reason: string }>;

export const isKeeper = ({ keepers }: Lock, id: PersonId): boolean => keepers.some(({ person }) => person === id);

/** Who of the two has the leader's part. */
export const leadKeepers = ({ keepers }: Lock): readonly Keeper[] => {
  const [post] = (['leiding', 'bestuur', 'ibEr'] as const).filter((one) => keepers.some((keeper) => keeper.as === one));
  return keepers.filter((keeper) => keeper.as === post);
};

const persons = (keepers: readonly Keeper[]): readonly Recipient[] => keepers.map(({ person }) => ({ person }));

/** Whom a post means in a case that is for two: only they are told anything, and only they find it. */
export const withinLock = (lock: Lock, recipient: Recipient): readonly Recipient[] => {
  if ('person' in recipient || recipient.beyondLock) return [recipient];
  const ibErs = lock.keepers.filter((keeper) => keeper.as === 'ibEr');
  switch (recipient.role) {
    case 'leiding':
      return persons(leadKeepers(lock));
    case 'ibEr':
      return persons(ibErs.length > 0 ? ibErs : leadKeepers(lock));
    case 'bestuur':
      return persons(lock.keepers.filter((keeper) => keeper.as === 'bestuur'));
  }
};

/** Whom a command would bring into the case: by a question, a talk, a task or by handing it over. */
const peopleIn = (command: Command): readonly PersonId[] => {
  if (command.type === 'askColleagues') return command.consultations.map(({ to }) => to);
  if (command.type === 'planConversation') return command.second === undefined ? [] : [command.second];
  if (command.type === 'makePlan') return [command.casemanager, ...command.colleagues];
  return command.type === 'reassignOwner' || command.type === 'reassignCasemanager' ? [command.to] : [];
};

/** Would this case then be for more than the two it is for? */
export const bringsOthersIn = (command: Command, { lock }: CaseFile): boolean =>
  lock !== undefined && peopleIn(command).some((id) => id !== '' && !isKeeper(lock, id));

/**
 * The two hear that the case is theirs. When one is gone, the other hears that a second must be named, and so do those who lead
 * the school, without anything of the case; the board in their place when it is about the leadership.
 */
export const toldOfLock = ({ keepers, aboutLeader }: Lock): Notice[] => {
  const whole = keepers.length >= FULL;
  const outside: Recipient = { role: aboutLeader ? 'bestuur' : 'leiding', beyondLock: true };
  const inside = keepers.map(({ person: id }): Notice => ({
    to: { person: id },
    kind: whole ? 'caseLocked' : 'keeperNeeded',
  }));
  return whole ? inside : [...inside, { to: outside, kind: 'keeperNeeded' }];
};
