import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsByFolder } from './templateTexts';

const path = join(__dirname, '../../src/text/templateTexts.ts');

const madeFromTemplates = (): string => `/**
 * Every text of the templates in cards/, by their folder: what a translation must hold.
 * Made by \`npm run docs\`; a test compares it with the templates.
 */
export interface TemplateTexts {
${[...textsByFolder()]
  .map(([folder, texts]) => `  '${folder}':${texts.map((text) => `\n    | ${JSON.stringify(text)}`).join('')};`)
  .join('\n')}
}
export type TemplateText = TemplateTexts[keyof TemplateTexts];
`;

test('the list of the texts that stand in templates is that of the templates', () => {
  const made = madeFromTemplates();
  if (process.env['DRAW'] === 'yes') writeFileSync(path, made);
  expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(made);
});
