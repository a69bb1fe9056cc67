import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { config as readDotEnv } from 'dotenv';
import { root } from './root';
import { makeAppPackage } from './teamsApp/appPackage';
import { readAppValues } from './teamsApp/values';

const versionHere = (): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
};

/** `npm run package`: makes the Teams app package from the environment; ends with 1 when it can't. */
const main = async (): Promise<number> => {
  readDotEnv({ quiet: true });
  const read = readAppValues(process.env, versionHere());
  const out = join(process.cwd(), 'artifacts/meldcode-teams.zip');
  const problems = 'problems' in read ? read.problems : await makeAppPackage(read.values, out);
  for (const line of problems) console.error(line);
  if (problems.length > 0) return 1;
  console.log(`Het pakket staat klaar: ${out}`);
  return 0;
};

if (require.main === module) void main().then((code) => process.exit(code));
