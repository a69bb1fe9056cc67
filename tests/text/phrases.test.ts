import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditQuestions, routes } from '../../src/protocol/statistics';
import { phrases } from '../../src/text/english/phrases';
import { templateEnglish } from '../../src/text/english/templates';
import { dutch, english } from '../../src/text/tongue';

const texts = Object.entries(phrases);
const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

describe('given the English of the texts in the code', () => {
  test('then each says something, and fills in what the Dutch one fills in', () => {
    const wrong = texts.filter(
      ([nl, en]) =>
        en.trim() === '' || namesIn(nl).join() !== namesIn(en).join() || nl.endsWith(' ') !== en.endsWith(' '),
    );
    expect(wrong).toEqual([]);
  });

  test('then a text that a card and the code share is one text in English too', () => {
    const shared: Readonly<Record<string, string>> = templateEnglish;
    const meantOtherwise = ['Melden']; // a button there, and decision 1 here
    const differ = texts.filter(([nl, en]) => shared[nl] !== undefined && shared[nl] !== en);
    expect(differ.map(([nl]) => nl).filter((nl) => !meantOtherwise.includes(nl))).toEqual([]);
  });

  test('then every one of them is still said somewhere', () => {
    const src = join(__dirname, '../../src');
    const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.includes('english'))
      .map((file) => readFileSync(join(src, file), 'utf8'))
      .join('\n')
      .replace(/\\'/g, "'");
    expect(texts.map(([nl]) => nl).filter((nl) => !code.includes(nl))).toEqual([]);
  });

  test('then what comes along as a value is found too: hints with a number, and the words of the figures', () => {
    expect(english.ours('Maak deze tekst korter: hoogstens 120 tekens.')).toMatch(/120/);
    expect(english.ours('Maak deze tekst korter: hoogstens 120 tekens.')).not.toMatch(/Maak/);
    const words = [
      ...Object.values(routes),
      ...Object.values(auditQuestions).flatMap(({ title, answers }) => [title, ...Object.values<string>(answers)]),
    ];
    const keys = new Set(texts.map(([nl]) => nl));
    expect(words.filter((one) => !keys.has(one))).toEqual([]);
  });
});

describe('given a text with something to fill in', () => {
  test('then what is filled in is taken as it is, also when it has braces itself', () => {
    expect(english('Stap {step}: {name}', { step: 2, name: '{step}' })).toBe('Step 2: {step}');
    expect(dutch('Stap {step}: {name}', { step: 2, name: 'overleg' })).toBe('Stap 2: overleg');
  });

  test('then days are said the way of the language, on the Dutch clock', () => {
    expect(dutch.moment('2026-11-24T08:30:00.000Z')).toBe('di 24 november 2026 om 09:30');
    expect(english.moment('2026-11-24T08:30:00.000Z')).toMatch(/^Tue,? 24 November 2026 at 09:30$/);
  });
});
