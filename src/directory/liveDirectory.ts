import type { Directory } from './directory';
import type { DirectoryRead } from './directoryFile';

export type LiveParts = {
  first: Directory;
  /** Reads anew; undefined: nothing changed since the last time. */
  load: () => Promise<DirectoryRead | undefined>;
  /** Hears that another directory has taken the place of the one before. */
  changed: () => Promise<void>;
  /** Hears that it can't be read now; what was known stays. Once for each reason. */
  trouble: (problems: readonly string[]) => void;
};

export interface LiveDirectory {
  /** Says at each moment what is known then. */
  directory: Directory;
  /** Looks whether there is something new. Never throws. */
  look(): Promise<void>;
}

const OTHER_TENANT = 'Het bestand hoort nu bij een andere tenant. Start de bot opnieuw om dat te laten gelden.';

/** A directory that can be replaced while the bot works: whoever is taken out of it has no access from then on. */
export const liveDirectory = ({ first, load, changed, trouble }: LiveParts): LiveDirectory => {
  let now = first;
  let told = '';
  const tell = (problems: readonly string[]): void => {
    const words = problems.join('\n');
    if (words !== told) trouble(problems);
    told = words;
  };
  const directory: Directory = {
    tenantId: first.tenantId,
    get board() {
      return now.board;
    },
    person: (id) => now.person(id),
    people: () => now.people(),
    school: (id) => now.school(id),
    schools: () => now.schools(),
    rolesAt: (id, schoolId) => now.rolesAt(id, schoolId),
    withRole: (schoolId, roles) => now.withRole(schoolId, roles),
    boardPeople: () => now.boardPeople(),
  };
  return {
    directory,
    look: async () => {
      const read = await load();
      if (!read) return;
      if ('problems' in read) return tell(read.problems);
      if (read.directory.tenantId.toLowerCase() !== first.tenantId.toLowerCase()) return tell([OTHER_TENANT]);
      told = '';
      now = read.directory;
      await changed();
    },
  };
};
