import type { CaseEvent, CaseFile } from '../../../src/protocol/caseFile';
import type { CommandType } from '../../../src/protocol/decide';
import type { Actor } from '../../../src/protocol/roles';
import type { Instant } from '../../../src/protocol/time';
import type { CommandOf } from '../given';
import type { Chance } from './chance';

/** Where somebody stands who is about to do something. */
export type Moment = { file: CaseFile; events: readonly CaseEvent[]; by: Actor; at: Instant };

/** What somebody could fill in now: mostly what fits, now and then what does not. */
export type Makers<T extends CommandType> = {
  readonly [K in T]: (chance: Chance, moment: Moment) => Omit<CommandOf<K>, 'type'>;
};
