/** What the run asks of a program while it serves, and hears from it. */
export type Asked = 'cost';
export type Told = { port: number } | { rssMb: number; cpuMs: number; counts: Readonly<Record<string, number>> };

const MB = 1_048_576;

const tell = (told: Told): void => void process.send?.(told);

/** Tells the run where this program listens, and what it used and counted so far whenever that is asked. */
export const serveRun = (port: number, counts: Readonly<Record<string, number>> = {}): void => {
  process.on('message', (asked: Asked) => {
    if (asked !== 'cost') return;
    const { user, system } = process.cpuUsage();
    tell({ rssMb: process.memoryUsage.rss() / MB, cpuMs: (user + system) / 1000, counts });
  });
  process.on('disconnect', () => process.exit(0));
  tell({ port });
};
