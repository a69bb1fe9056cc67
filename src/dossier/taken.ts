/** How a document left the file, as it stands behind its title among who looked (I-22). */
const ways = {
  link: '(meegenomen)',
  oneDrive: '(naar OneDrive)',
  oneDriveRefused: '(naar OneDrive, niet aangekomen)',
} as const;
export type Taken = keyof typeof ways;

export const takenAs = (title: string, taken: Taken): string => `${title} ${ways[taken]}`;
/** Whether a line of who looked says that a document left, or was on its way. */
export const isTaken = (what: string): boolean => Object.values(ways).some((words) => what.endsWith(words));
