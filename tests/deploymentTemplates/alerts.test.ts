import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTBOX_LATE_MS } from '../../src/application';
import { openLog } from '../../src/log';
import { judged } from '../../src/teams/deliveryOutcome';
import { metrics } from '../../src/telemetry/telemetry';
import { at, objectsIn } from '../support/json';
import { resourcesOf, templateIn } from './templates';

const resources = resourcesOf(templateIn('deployUseExistResourceGroup/template-BotApp-with-rg.json'));
const queryOf = (name: string): string => {
  const alert = resources.find((one) => one.name === `meldcode-${name}`);
  const [criterion] = objectsIn(at(alert, 'properties', 'criteria', 'allOf'));
  return String(criterion?.['query']);
};
const logAlerts = ['notice-failed', 'turn-failed'] as const;

/** The words between quotes behind `in (`. */
const wordsIn = (query: string): string[] =>
  [...(/ in \(([^)]*)\)/.exec(query)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => word ?? '');

const src = join(__dirname, '../../src');
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('demo'))
  .map((file) => readFileSync(join(src, file), 'utf8'));
/** Every word under which the code logs a fault. */
const logged = new Set([
  ...sources.flatMap((text) => [...text.matchAll(/\b(?:fault|trouble)\('([A-Za-z]+)'/g)].map(([, word]) => word ?? '')),
  'unhandledRejection', // index.ts logs these two by the name of the event
  'uncaughtException',
]);

/** What is logged and wakes nobody, each with the reason. */
const wakesNobody: Readonly<Record<string, string>> = {
  ready: 'the web test of /readyz has an alert of its own',
  slow: 'the caller was answered and the turn goes on; a fault of it comes as "after"',
  update: 'another device shows the old card until the next visit',
  receipt: 'as update',
  talk: 'the fact is recorded; the overview leads on',
  oneDrive: 'the person was told and can try again, or take the document by its address',
  practice: 'nothing real is in a practice',
  sweep: 'what has had its time is found by nobody, and the next hour tries again',
};

describe('given the alerts on the log', () => {
  test('then each of their words is one that the bot logs', () => {
    const words = logAlerts.flatMap((name) => wordsIn(queryOf(name)));
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((word) => !logged.has(word))).toEqual([]);
  });

  test('then every word that the bot logs for a fault wakes somebody once, or says why not', () => {
    const words = [...logAlerts.flatMap((name) => wordsIn(queryOf(name))), ...Object.keys(wakesNobody)];
    expect([...logged].filter((word) => !words.includes(word))).toEqual([]);
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
    expect(Object.keys(wakesNobody).filter((word) => !logged.has(word))).toEqual([]);
  });

  test('then what Teams refuses begins as the alert expects', () => {
    expect(queryOf('notice-failed')).toContain("startswith 'connector-'");
    const delivered = [400, 401, 413, 418].map((statusCode) => judged({ statusCode }, true, 0).delivery);
    for (const delivery of delivered) expect('failed' in delivery && delivery.failed).toMatch(/^connector-/);
  });

  test('then messages that wait too long wake somebody by the very measure that makes the bot say it is not ready', () => {
    const [, name] = /Name == '([^']+)'/.exec(queryOf('outbox-late')) ?? [];
    expect(name).toBe(metrics.outboxAge.name);
    const [, most] = /Max > (\d+)/.exec(queryOf('outbox-late')) ?? [];
    expect(Number(most) * 1000).toBe(OUTBOX_LATE_MS);
  });

  test('then they read the fields of a line as the log writes them', () => {
    const lines: string[] = [];
    openLog('info', { write: (line: string) => void lines.push(line) }).fault('turn', new Error('x'));
    const line = JSON.parse(lines[0] ?? '') as { level: number; msg: string };
    for (const name of logAlerts) {
      const [, least] = /toint\(line\.level\) >= (\d+)/.exec(queryOf(name)) ?? [];
      expect(line.level).toBeGreaterThanOrEqual(Number(least));
      expect(queryOf(name)).toContain('tostring(line.msg)');
    }
    expect(line.msg).toBe('turn');
  });
});
