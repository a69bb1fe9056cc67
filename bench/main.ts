import { chatOf } from './chats';
import { median, quantile, table } from './figures';
import { crowd } from './load';
import { subjects, tenantId } from './subjects';
import { teamsSide } from './teamsSide';

const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : Number(process.argv[at + 1]);
};
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const prof = process.argv.includes('--prof');

const run = async (): Promise<void> => {
  const chats = Array.from({ length: 16 }, (_, n) => chatOf(n));
  const teams = await teamsSide();
  const rows: string[][] = [];
  for (const subject of subjects(16).filter(({ name }) => name.startsWith(only ?? ''))) {
    const rates: number[] = []; const p50: number[] = []; const p99: number[] = []; const cpu: number[] = []; let rss = 0; let wrong = 0; let counts = {};
    for (let i = 0; i < option('repeats', 3); i += 1) {
      const running = await subject.start({ counted: process.argv.includes('--count'), execArgv: prof ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : [] });
      const people = crowd(running.port, chats, { tenantId, serviceUrl: teams.serviceUrl }, subject.work, (a) => subject.right(a));
      await people.play(option('warm', 300));
      const before = await running.cost();
      const seen = { ...teams.broughtTo('a:bench-0') };
      const m = await people.play(option('turns', 1000));
      const after = await running.cost();
      rates.push((m.turns / m.tookMs) * 1000); p50.push(quantile(m.ms, 0.5)); p99.push(quantile(m.ms, 0.99));
      cpu.push((after.cpuMs - before.cpuMs) / m.turns); rss = after.rssMb; wrong += m.wrong;
      counts = Object.fromEntries(Object.entries(after.counts).map(([k, v]) => [k, ((v - (before.counts[k] ?? 0)) / m.turns).toFixed(2)]));
      people.close();
      await running.stop();
      void seen;
    }
    rows.push([subject.name, median(rates).toFixed(0), median(p50).toFixed(1), median(p99).toFixed(1), median(cpu).toFixed(2), rss.toFixed(0), String(wrong), JSON.stringify(counts)]);
    console.log(rows.at(-1)?.join('  '));
  }
  console.log(table(['', 'turns/s', 'p50', 'p99', 'cpu', 'rss', 'wrong', 'counts'], rows));
  await teams.close();
};
void run();
