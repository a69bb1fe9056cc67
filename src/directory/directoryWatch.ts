import { stat } from 'node:fs/promises';
import { loadDirectoryFile, type DirectoryRead } from './directoryFile';
import type { GroupMembers } from './groups';

export type WatchParts = {
  path: string;
  members?: GroupMembers;
  /** Milliseconds that only go up. */
  elapsed: () => number;
};

/** Groups are asked for as often as this: who leaves a group loses access within this time. */
export const GROUPS_EVERY_MS = 300_000;

/** Changes whenever somebody writes the file; a file that is gone or closed has a mark of its own. */
const markOf = async (path: string): Promise<string> => {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return [mtimeMs, size, ino].join(' ');
  } catch {
    return 'unreadable';
  }
};

/**
 * Reads the directory file whenever it was written since the last look, and its groups every few minutes.
 * `first` is the first look; `again` gives undefined when there was no reason to read.
 */
export const directoryWatch = ({ path, members, elapsed }: WatchParts) => {
  let mark = '';
  let askedAt = 0;
  const read = async (): Promise<DirectoryRead> => {
    // Before reading: what is written meanwhile is found at the next look.
    mark = await markOf(path);
    askedAt = elapsed();
    return loadDirectoryFile(path, members);
  };
  return {
    first: read,
    again: async (): Promise<DirectoryRead | undefined> => {
      const groupsAreOld = members !== undefined && elapsed() - askedAt >= GROUPS_EVERY_MS;
      return groupsAreOld || (await markOf(path)) !== mark ? read() : undefined;
    },
  };
};
