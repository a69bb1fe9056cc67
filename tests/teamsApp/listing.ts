import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn } from '../../src/teamsApp/manifest';
import { readAppValues } from '../../src/teamsApp/values';
import { buttonsOf } from '../support/cardParts';
import { at, objectsIn, type JsonObject } from '../support/json';

const root = join(__dirname, '../..');
export const read = (path: string): string => readFileSync(join(root, path), 'utf8');
export const jsonIn = (path: string): JsonObject => JSON.parse(read(path)) as JsonObject; // our own files hold objects

const filled = readAppValues(
  {
    MicrosoftAppId: '0f0e0d0c-0b0a-4908-8706-050403020100',
    TEAMS_APP_ID: '1a2b3c4d-5e6f-4a1b-8c2d-3e4f5a6b7c8d',
    BOT_DOMAIN: 'meldcode.consent.example',
    DEVELOPER_NAME: 'Stichting Consent',
    DEVELOPER_WEBSITE: 'https://www.consent.example',
    PRIVACY_URL: 'https://www.consent.example/privacy',
    TERMS_URL: 'https://www.consent.example/voorwaarden',
  },
  String(jsonIn('package.json')['version']),
);
if ('problems' in filled) throw new Error(filled.problems.join('\n'));
export const { values } = filled;
/** As the store reads it. */
export const manifest = fillIn(read('deploymentTemplates/teamsApp/manifest.json'), values);
export const [bot = {}] = objectsIn(at(manifest, 'bots'));
export const commands = objectsIn(bot['commandLists']).flatMap((list) => objectsIn(list['commands']));
export const typed = commands.map(({ title }) => String(title));

/** Leads on: to another card, or out of Teams to somebody who helps. The numbers and hiding are everywhere and don't count. */
export const waysOn = (card: JsonObject): readonly JsonObject[] =>
  buttonsOf(card)
    .map(({ action }) => action)
    .filter(({ type, verb }) => type === 'Action.OpenUrl' || (type === 'Action.Execute' && verb !== 'showEmergency'))
    .filter(({ verb }) => verb !== 'hideCard');
