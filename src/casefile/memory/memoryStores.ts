import { randomBytes } from 'node:crypto';
import type { Instant } from '../../protocol/time';
import type { CaseStore } from '../caseStore';
import type { KeyValueStore } from '../keyValueStore';
import { KEY_BYTES } from '../sealed/seal';
import { secretMasterKey } from '../sealed/secretMasterKey';
import { memoryRecords } from './memoryRecords';
import { storesOver, type Stores } from '../stores';

const never = (): Instant => '2000-01-01T00:00:00.000Z';

/** Stores for practising and for tests: sealed like the real ones, and nothing kept. */
export const memoryStores = (now: () => Instant = never): Stores =>
  storesOver(memoryRecords(now), secretMasterKey([{ version: '1', secret: randomBytes(KEY_BYTES) }]));

export const memoryCaseStore = (): CaseStore => memoryStores().cases;
export const memoryKeyValueStore = (now: () => Instant): KeyValueStore => memoryStores(now).keyValues;
