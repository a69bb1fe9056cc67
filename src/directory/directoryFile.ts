import { readFile } from 'node:fs/promises';
import { crossChecks } from './crossChecks';
import type { Directory } from './directory';
import { directoryOf } from './directoryOf';
import { GraphUnavailable } from './graphGroups';
import { groupsIn, problemsWithMembers, withMembers, type GroupMembers, type Member } from './groups';
import { linesOf, problemsOf } from './problems';
import { directorySchema, type DirectoryData } from './schema';

/** Either a directory, or Dutch lines that say all that is wrong with the file, where, and the cure. */
export type DirectoryRead = { directory: Directory } | { problems: string[] };

const parseJson = (text: string): { data: unknown } | undefined => {
  try {
    // Windows editors put a byte order mark before the text; JSON has no place for it.
    return { data: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
};

/** Reads the text of a directory file as far as the file alone goes. Never throws. `fileName` is what the problems call it. */
export const readDirectoryData = (text: string, fileName: string): { data: DirectoryData } | { problems: string[] } => {
  const parsed = parseJson(text);
  if (!parsed) {
    const cure = 'Kijk of er een komma, haakje of aanhalingsteken te veel of te weinig staat.';
    return { problems: [`${fileName}: Dit is geen geldige JSON. ${cure}`] };
  }
  const result = directorySchema.safeParse(parsed.data);
  const crossed = crossChecks(parsed.data);
  if (result.success && crossed.length === 0) return { data: result.data };
  const wrong = result.success ? [] : problemsOf(result.error, parsed.data);
  return { problems: linesOf(fileName, [...wrong, ...crossed]) };
};

const NO_GRAPH =
  'Dit bestand noemt groepen, maar de bot kan hier niet bij Microsoft Graph. Noem de mensen zelf, of geef de bot toegang.';

/** Writes the groups of the file out by `members`. */
const completed = async (
  data: DirectoryData,
  fileName: string,
  members: GroupMembers | undefined,
): Promise<DirectoryRead> => {
  const groups = groupsIn(data);
  if (groups.length === 0) return { directory: directoryOf(data) };
  if (!members) return { problems: [`${fileName}: ${NO_GRAPH}`] };
  const found = new Map<string, readonly Member[]>();
  try {
    for (const group of groups) found.set(group, await members(group));
  } catch (fault) {
    const code = fault instanceof GraphUnavailable ? fault.code : 'onbekend';
    return { problems: [`${fileName}: Microsoft Graph zegt niet wie er in een groep zit (fout: ${code}).`] };
  }
  const whole = withMembers(data, found);
  const problems = problemsWithMembers(whole);
  return problems.length > 0 ? { problems: linesOf(fileName, problems) } : { directory: directoryOf(whole) };
};

/**
 * Reads the text of a directory file that names no groups. Never throws: whatever the text holds, the answer is a directory
 * or problems. `fileName` is only what the problems call the file.
 */
export const readDirectory = (text: string, fileName = 'schoolbestand'): DirectoryRead => {
  const read = readDirectoryData(text, fileName);
  if ('problems' in read) return read;
  if (groupsIn(read.data).length > 0) return { problems: [`${fileName}: ${NO_GRAPH}`] };
  return { directory: directoryOf(read.data) };
};

const cannotRead = (path: string, fault: unknown): string => {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
  if (code === 'ENOENT') return `${path}: Dit bestand bestaat niet. Zet het juiste pad in DIRECTORY_FILE.`;
  if (code === 'EISDIR') return `${path}: Dit is een map. Zet het pad van het bestand zelf in DIRECTORY_FILE.`;
  if (code === 'EACCES' || code === 'EPERM') return `${path}: De bot mag dit bestand niet lezen. Geef hem leesrecht.`;
  return `${path}: Dit bestand kan niet gelezen worden. Kijk of het pad in DIRECTORY_FILE klopt.`;
};

/**
 * Reads the directory file, and asks who is in its groups when it names any; a file that cannot be read, or a group of which
 * nobody tells, is a problem too, not a fault.
 */
export const loadDirectoryFile = async (path: string, members?: GroupMembers): Promise<DirectoryRead> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (fault) {
    return { problems: [cannotRead(path, fault)] };
  }
  const read = readDirectoryData(text, path);
  return 'problems' in read ? read : completed(read.data, path, members);
};
