import { DatabaseSync } from '@photostructure/sqlite';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { MasterKeyFault, type MasterKey } from './masterKey';
import { KEY_BYTES } from './seal';
import { secretMasterKey } from './secretMasterKey';

const secret = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === KEY_BYTES);
/** The newest version last. */
const fileShape = z.strictObject({
  keys: z.array(z.strictObject({ version: z.string().min(1), secret })).min(1),
});
type Secrets = z.output<typeof fileShape>['keys'];

const OTHERS = 0o077;
// A test runner's own world has another Error than Node's: its shape tells, not its class.
const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Undefined when there is no such file. The reason of a failure is dropped: it would quote the key. */
const readSecrets = (file: string): Secrets | undefined => {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    // Windows has no such bits; there the folder's rights protect the file
    if (process.platform !== 'win32' && (fstatSync(handle).mode & OTHERS) !== 0)
      throw new MasterKeyFault('master-key-unsafe');
    return fileShape.parse(JSON.parse(readFileSync(handle, 'utf8'))).keys;
  } catch (error) {
    throw error instanceof MasterKeyFault ? error : new MasterKeyFault('master-key-damaged');
  } finally {
    closeSync(handle);
  }
};

const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return; // a folder cannot be opened there
  const handle = openSync(folder, constants.O_RDONLY);
  fsyncSync(handle);
  closeSync(handle);
};

/** Writes beside the file and puts it in place in one go, so that no half of a key is ever read. */
const put = (file: string, secrets: Secrets, place: (written: string) => void): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const written = `${file}.${randomBytes(4).toString('hex')}`;
  const keys = secrets.map((one) => ({ version: one.version, secret: one.secret.toString('base64') }));
  const handle = openSync(written, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    writeFileSync(handle, `${JSON.stringify({ keys }, null, 2)}\n`);
    fsyncSync(handle);
    place(written);
  } finally {
    closeSync(handle);
    rmSync(written, { force: true });
  }
  syncFolder(dirname(file));
};

const OF_A_FILE = 'file-';
/** Versions are never used twice: a new file beside old data must not look like the old one. */
const newSecret = (number: number): Secrets[number] => ({
  version: `${OF_A_FILE}${number}-${randomBytes(4).toString('hex')}`,
  secret: randomBytes(KEY_BYTES),
});

const create = (file: string): void => {
  const first = [newSecret(1)];
  try {
    put(file, first, (written) => linkSync(written, file)); // unlike a rename, fails when another process was first
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

const keyIn = (file: string): MasterKey => {
  const secrets = readSecrets(file);
  if (!secrets) throw new MasterKeyFault('master-key-missing');
  return secretMasterKey(secrets);
};

const isMissing = (error: unknown): boolean => error instanceof MasterKeyFault && error.code === 'master-key-missing';

/**
 * The master key in a file that only its owner can read. Made when missing and `mayCreate`: beside data that was sealed
 * before, a new key would be the wrong one. A version that was added while the bot runs is read when it is met. Throws
 * `MasterKeyFault`, or a fault of the file system.
 */
export const fileMasterKey = (file: string, { mayCreate }: { mayCreate: boolean }): MasterKey => {
  if (mayCreate && !readSecrets(file)) create(file);
  let key = keyIn(file);
  return {
    newest: () => key.newest(),
    wrap: (secret) => key.wrap(secret),
    unwrap: async (wrapped) => {
      try {
        return await key.unwrap(wrapped);
      } catch (error) {
        if (!isMissing(error)) throw error;
        key = keyIn(file);
        return key.unwrap(wrapped);
      }
    },
  };
};

/**
 * One at a time: of two that add a version at once, one would lose its own, and all that it wrapped. SQLite's lock on a file
 * ends with the process that has it, whatever becomes of that.
 */
const alone = <T>(file: string, work: () => T): T => {
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('PRAGMA busy_timeout = 5000');
    lock.exec('BEGIN EXCLUSIVE');
    return work();
  } finally {
    lock.close();
  }
};

/** Adds a version to the file; it wraps from the next start on, or when it is first met; older ones go on unwrapping. */
export const rotateFileMasterKey = (file: string): MasterKey => {
  if (!readSecrets(file)) throw new MasterKeyFault('master-key-missing');
  return alone(file, () => {
    const secrets = readSecrets(file) ?? [];
    const after = [...secrets, newSecret(secrets.length + 1)];
    put(file, after, (written) => renameSync(written, file));
    return secretMasterKey(after);
  });
};

/** This key from now on; what was wrapped while the key lay in the file, if that is still there, is unwrapped with that. */
export const withOlderFile = (key: MasterKey, file: string): MasterKey => {
  if (!readSecrets(file)) return key;
  const older = fileMasterKey(file, { mayCreate: false });
  return { ...key, unwrap: (one) => (one.wrappedBy.startsWith(OF_A_FILE) ? older : key).unwrap(one) };
};
