import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metrics } from '../../src/telemetry/telemetry';
import { resourcesOf, templateIn } from '../deploymentTemplates/templates';

const root = join(__dirname, '../..');
const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');

describe('given the runbook', () => {
  test('then every alert has its own place there, under the words with which the alert names it', () => {
    const alerts = resourcesOf(templateIn('deployUseExistResourceGroup/template-BotApp-with-rg.json')).filter(
      ({ type }) => type === 'Microsoft.Insights/metricAlerts' || type === 'Microsoft.Insights/scheduledQueryRules',
    );
    expect(alerts.length).toBeGreaterThan(5);
    for (const { name, properties } of alerts) {
      const [, words = ''] = /Runbook: (.+)\.$/.exec(String(properties?.['description'])) ?? [];
      const heading = runbook.split('\n').find((line) => line.startsWith('### ') && line.includes(`\`${name}\``));
      expect([name, heading?.toLowerCase()]).toEqual([name, expect.stringContaining(`### ${words.toLowerCase()} (`)]);
    }
  });

  test('then every measure is explained there', () => {
    expect(Object.values(metrics).filter(({ name }) => !runbook.includes(`\`${name}\``))).toEqual([]);
  });

  test('then every command and file that it names is there', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const commands = [...runbook.matchAll(/npm run ([a-z0-9:-]+)/g)].map(([, name]) => name ?? '');
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const files = [
      ...[...runbook.matchAll(/\]\(\.\.\/([^)#]+)/g)].map(([, path]) => path ?? ''),
      ...[...runbook.matchAll(/`(tests\/[^`]+)`/g)].map(([, path]) => path ?? ''),
    ];
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
