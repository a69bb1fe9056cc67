import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { laterDeliveries, requirementNumbers } from './requirementNumbers';

/** `test`, `test.each`, `describe.each([…])` …: the word it all hangs on and the words behind the dots. */
const calleeOf = (node: ts.Expression): { root: string; words: string[]; tables: ts.Expression[] } | undefined => {
  if (ts.isIdentifier(node)) return { root: node.text, words: [], tables: [] };
  if (ts.isPropertyAccessExpression(node)) {
    const before = calleeOf(node.expression);
    return before && { ...before, words: [...before.words, node.name.text] };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const before = calleeOf(node.expression);
  return before && { ...before, tables: [...before.tables, ...node.arguments] };
};

const wordsIn = (node: ts.Node): string => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' ');
  const found: string[] = [];
  ts.forEachChild(node, (child) => {
    found.push(wordsIn(child));
  });
  return found.join(' ');
};

const isPending = (words: readonly string[]): boolean => words.some((word) => word === 'skip' || word === 'todo');

/** Every test in a file, with the titles of the groups around it. A test that does not run shows nothing. */
const titlesIn = (text: string): string[] => {
  const titles: string[] = [];
  const walk = (node: ts.Node, around: string): void => {
    const callee = ts.isCallExpression(node) ? calleeOf(node.expression) : undefined;
    const [title] = ts.isCallExpression(node) ? node.arguments : [];
    const named = callee && title && ['test', 'it', 'describe'].includes(callee.root);
    if (named && !(callee.words.includes('each') && callee.tables.length === 0)) {
      if (isPending(callee.words)) return;
      const whole = [around, wordsIn(title), ...callee.tables.map(wordsIn)].join(' ');
      if (callee.root !== 'describe') titles.push(whole);
      ts.forEachChild(node, (child) => walk(child, whole));
      return;
    }
    ts.forEachChild(node, (child) => walk(child, around));
  };
  walk(ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true), '');
  return titles;
};

const numberOf = (number: string): { letter: string; digits: number; value: number } => {
  const [letter = '', digits = ''] = number.split('-');
  return { letter, digits: digits.length, value: Number(digits) };
};

/** The numbers that a title carries, also those inside a run. */
const numbersIn = (title: string): string[] => {
  const run = /\b([RI]-\d{2,3})(?:\s*(?:to|–|…)\s*([RI]-\d{2,3}))?/g;
  return [...title.matchAll(run)].flatMap(([, first = '', last = first]) => {
    const { letter, digits, value } = numberOf(first);
    const length = Math.max(1, numberOf(last).value - value + 1);
    return Array.from({ length }, (_, i) => `${letter}-${String(value + i).padStart(digits, '0')}`);
  });
};

const shown = new Set(
  readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && file !== 'requirements.test.ts')
    .flatMap((file) => titlesIn(readFileSync(join(__dirname, file), 'utf8')))
    .flatMap(numbersIn),
);

describe('given the catalogue of requirements and the titles of all tests', () => {
  test('then each number is shown by a test or belongs to a named later delivery', () => {
    expect(requirementNumbers.filter((number) => !shown.has(number) && !laterDeliveries[number])).toEqual([]);
  });

  test('then no number still waits for a later delivery while a test shows it', () => {
    expect(Object.keys(laterDeliveries).filter((number) => shown.has(number))).toEqual([]);
  });

  test('then no title and no later delivery carries a number that the catalogue does not know', () => {
    const unknown = [...shown, ...Object.keys(laterDeliveries)].filter(
      (number) => !requirementNumbers.includes(number),
    );
    expect(unknown).toEqual([]);
  });

  test('then the catalogue has its 206 requirements and 29 invariants, each once', () => {
    expect(new Set(requirementNumbers).size).toBe(235);
    expect(requirementNumbers.filter((number) => number.startsWith('R'))).toHaveLength(206);
  });
});

describe('given this reading itself', () => {
  test('then titles are read from tests, tables and groups, and not from comments, other calls or tests that do not run', () => {
    const text = [
      "// test('R-001')",
      "describe('given R-002', () => { test('then R-003', run); it(`R-004 ${x} R-005`, run); });",
      "describe('R-006 without a test', () => {});",
      "test.each([['R-007', 1]])('then %s', run); describe.each(rows)('R-008', () => { test('y', run); });",
      "say('R-009'); test.skip('R-010', run); it.todo('R-011'); describe.skip('R-012', () => { test('z', run); });",
    ].join('\n');
    expect(titlesIn(text).flatMap(numbersIn)).toEqual([
      ...['R-002', 'R-003', 'R-002', 'R-004', 'R-005', 'R-007', 'R-008'],
    ]);
  });

  test('then a run of numbers counts for each of them', () => {
    expect(numbersIn('R-088 to R-090, I-01…I-03 and R-100')).toEqual([
      ...['R-088', 'R-089', 'R-090', 'I-01', 'I-02', 'I-03', 'R-100'],
    ]);
  });
});
