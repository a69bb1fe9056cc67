import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { objectsDeep, templates } from '../cards/templates';
import { stringOf } from '../support/json';

/** A text that somebody reads, and the file it stands in. What is filled in later reads as `…`. */
export type Words = { where: string; text: string };

const src = join(__dirname, '../../src');
const shown = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'value', 'fallbackText'];
const filledIn = (text: string): string => text.replace(/\$?\{[^}]*\}/g, '…');

const inTemplates: readonly Words[] = templates.flatMap(({ name, card }) =>
  objectsDeep(card).flatMap((part) =>
    shown.flatMap((key) => {
      const text = stringOf(part[key]);
      return text && /[a-z]{2}/i.test(filledIn(text)) ? [{ where: `cards/${name}`, text: filledIn(text) }] : [];
    }),
  ),
);

/** Words of faults are for developers. */
const isForDevelopers = (node: ts.Node): boolean => {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent)
    if (ts.isNewExpression(at)) return /(Error|Problem)$/.test(at.expression.getText());
    else if (ts.isStatement(at)) return ts.isImportDeclaration(at) || ts.isExportDeclaration(at);
  return false;
};

/** The text of a literal; a template's parts with a mark where something is filled in. */
const textOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
};

const textsIn = (where: string): readonly Words[] => {
  const file = ts.createSourceFile(where, readFileSync(join(src, where), 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Words[] = [];
  const walk = (node: ts.Node): void => {
    const whole = textOf(node);
    const text = whole === undefined ? undefined : filledIn(whole);
    // One word may be a code; a sentence, or a word with a capital, is read by somebody.
    const isRead = text !== undefined && (/[a-z] \S/i.test(text) || /^[A-Z][a-z’]+ ?[a-z’]*$/.test(text));
    if (isRead && !isForDevelopers(node)) found.push({ where: `src/${where}`, text });
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
};

/** English, and the texts of the templates once more. */
const isNotOurDutch = (file: string): boolean => /^text\/(en\.ts|english\/|templateTexts)/.test(file);

const rooms = ['text', 'protocol', 'cards', 'dossier', 'practice'];

/** Everything that the bot says to somebody. */
export const everything: readonly Words[] = [
  ...inTemplates,
  ...readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && rooms.includes(file.split('/')[0] ?? '') && !isNotOurDutch(file))
    .sort()
    .flatMap(textsIn),
];

export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(?<=[.!?:;])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
export const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\d’'-]+/gu) ?? [];
