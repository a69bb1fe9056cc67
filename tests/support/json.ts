/** What came over the wire and has not been looked at yet. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectsIn = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Objects in order along a path of keys; undefined when one of them is no object. */
export const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((now, key) => (isObject(now) ? now[key] : undefined), value);

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
