import { createWriteStream } from 'node:fs';
import { readFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { root } from '../root';
import { fillIn, schemaProblems } from './manifest';
import type { AppValues } from './values';

const folder = join(root, 'deploymentTemplates/teamsApp');
const schemas = { manifest: 'MicrosoftTeams.schema.json', localization: 'MicrosoftTeams.Localization.schema.json' };

const textOf = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
const parsed = (text: string): unknown => JSON.parse(text);

/** The official schemas, as Microsoft's own package holds them for the version that the manifest names. */
const schemaOf = async (version: string, name: string): Promise<object> => {
  const packaged = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const text = await readFile(join(packaged, 'build/json-schemas/teams', `v${version}`, name), 'utf8');
  return JSON.parse(text) as object; // a schema is always an object
};

/** The same package for the same values, whenever it is made. */
const when = new Date('2020-01-01T00:00:00Z');

/**
 * Makes the zip that an administrator uploads in the Teams admin center.
 * @param out path of the zip file; folders are made
 * @returns what is wrong with the manifest or its translation by the official schemas; then no file is made
 */
export const makeAppPackage = async (values: AppValues, out: string): Promise<readonly string[]> => {
  const manifest = fillIn(await textOf('manifest.json'), values);
  const version = /"manifestVersion": "([\d.]+)"/.exec(await textOf('manifest.json'))?.[1] ?? '';
  const english = parsed(await textOf('en.json'));
  const problems = [
    ...schemaProblems(manifest, await schemaOf(version, schemas.manifest)).map((line) => `manifest.json${line}`),
    ...schemaProblems(english, await schemaOf(version, schemas.localization)).map((line) => `en.json${line}`),
  ];
  if (problems.length > 0) return problems;
  const zip = new ZipFile();
  const put = (name: string, content: Buffer): void => zip.addBuffer(content, name, { mtime: when, mode: 0o100644 });
  put('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)));
  put('en.json', Buffer.from(JSON.stringify(english, null, 2)));
  for (const icon of ['color.png', 'outline.png']) put(icon, await readFile(join(folder, icon)));
  zip.end();
  await mkdir(dirname(out), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(out));
  return [];
};
