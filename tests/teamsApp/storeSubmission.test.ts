import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intentOf } from '../../src/teams/intents';
import { readAppValues } from '../../src/teamsApp/values';
import { roles } from '../../src/protocol/roles';
import { fullestCards } from '../cards/fullest';
import { templates } from '../cards/templates';
import { buttonsOf } from '../support/cardParts';
import { read } from './listing';
import { sizeOf } from './png';

const submission = read('docs/store-submission.md');
const sections = new Map(submission.split(/^## /m).map((part) => [part.split('\n')[0] ?? '', part]));
const section = (title: string): string => sections.get(title) ?? '';
const found = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([, one = '']) => one);

/** Shown to fail to mean anything, on purpose. */
const unknown = 'hello there';
const guides = ['Notes for the reviewers', 'Aanwijzingen voor de beoordelaars'] as const;

describe('given point 15: pictures, test accounts and notes for the reviewers', () => {
  test('then there are three to five pictures of 1366 by 768, each with a caption in both languages', () => {
    const folder = join(__dirname, '../../docs/store');
    const pictures = readdirSync(folder).sort();
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    expect(pictures.length).toBeLessThanOrEqual(5);
    const sizes = pictures.map((name) => sizeOf(readFileSync(join(folder, name))));
    expect(sizes).toEqual(pictures.map(() => ({ width: 1366, height: 768 })));
    const rows = found(/^\| !\[\]\(store\/([^)]+)\) \| \S[^|]+ \| \S[^|]+ \|$/gm, section('Screenshots'));
    expect(rows).toEqual(pictures);
    expect(pictures.join()).toContain('telefoon'); // one of a phone
  });

  test.each(guides)('then whoever follows “%s” finds every command and button that it names', (title) => {
    const guide = section(title);
    const typed = found(/`([^`]+)`/g, guide).filter((text) => text !== 'code' && text !== unknown);
    expect(typed.length).toBeGreaterThan(4);
    expect(typed.filter((text) => intentOf(text).means === 'unknown')).toEqual([]);
    const titles = [...templates, ...fullestCards()].flatMap(({ card }) =>
      buttonsOf(card).map((button) => button.title),
    );
    const pressed = found(/\*\*([^*]+)\*\*/g, guide);
    expect(pressed.length).toBeGreaterThan(5);
    expect(pressed.filter((button) => !titles.includes(button))).toEqual([]);
    const accounts = found(/^\| (\w+) \|/gm, section('Test accounts')).filter((name) => name !== 'Account');
    expect([
      ...new Set(found(/\*(\w+)\*/g, guide.replace(/\*\*[^*]+\*\*/g, '')).map((name) => name.toLowerCase())),
    ]).toEqual(expect.arrayContaining(accounts));
  });

  test('then what is called unknown in them is, and both have the same steps', () => {
    expect(intentOf(unknown).means).toBe('unknown');
    const [steps, stappen] = guides.map((title) => found(/^(\d)\. /gm, section(title)));
    expect(steps).toEqual(stappen);
  });

  test('then the accounts have roles of the directory, and a school leader is among them', () => {
    const given = found(/`([a-z-]+)`/g, section('Test accounts'));
    expect(given.filter((role) => !(role in roles))).toEqual([]);
    expect(given).toContain('schoolleider');
  });

  test('then the addresses that it asks for are those that the package cannot be made without', () => {
    const missing = readAppValues({}, '1.0.0');
    const asked = 'problems' in missing ? missing.problems.map((line) => line.split(':')[0]) : [];
    const told = found(/`([A-Z]+_[A-Z]+)`/g, section('What to hand in'));
    expect(told).toEqual(expect.arrayContaining(['PRIVACY_URL', 'TERMS_URL']));
    expect(told.filter((name) => !asked.includes(name))).toEqual([]);
  });
});
