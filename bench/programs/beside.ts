export type Counts = Readonly<Record<string, number>>;
/** What the run asks of a program while it serves, and hears from it. */
export type Asked = 'cost' | 'tidy' | { fill: number };
export type Listening = { port: number; key?: string };
/** CPU time since the program began, and memory now. */
export type Cost = { cpuMs: number; rssMb: number; counts: Counts };
export type Told = Listening | Cost;

/** What this program counts; whoever knows of something to count adds to it. */
export const counts: Record<string, number> = {};

type Serving = {
  key?: string;
  counting?: () => Counts;
  /** Puts so many cases more where this program keeps them. */
  fill?: (cases: number) => void;
};

const MB = 1_048_576;

/** Tells the run where this program listens, and what it used and counted so far whenever that is asked. */
export const serveRun = (port: number, { key, counting, fill }: Serving = {}): void => {
  const tell = (told: Told): void => void process.send?.(told);
  process.on('message', (asked: Asked) => {
    // Only a program that was started with --expose-gc can tidy up; the memory that is left is what it keeps.
    if (asked === 'tidy') globalThis.gc?.();
    if (typeof asked === 'object') fill?.(asked.fill);
    const { user, system } = process.cpuUsage();
    tell({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / MB, counts: counting?.() ?? counts });
  });
  process.on('disconnect', () => process.exit(0));
  tell({ port, ...(key !== undefined && { key }) });
};
