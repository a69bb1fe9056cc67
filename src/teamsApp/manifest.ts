import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { AppValues } from './values';

/** Fills in a manifest that is JSON text with `"{{NAME}}"` where a value belongs; throws on a name that has none. */
export const fillIn = (text: string, values: AppValues): unknown => {
  const filled = text.replace(/"\{\{(\w+)\}\}"/g, (_all, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`the manifest asks for ${name}`);
    return JSON.stringify(values[name as keyof AppValues]);
  });
  return JSON.parse(filled);
};

/** Where a document departs from its schema (JSON Schema draft 4); nothing when it is right. */
export const schemaProblems = (document: unknown, schema: object): readonly string[] => {
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const check = ajv.compile(schema);
  return check(document)
    ? []
    : (check.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
};
