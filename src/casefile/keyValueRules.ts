const KEY = /^[^\0\p{Surrogate}]{1,1024}$/u;

/** Throws RangeError, without the key: it can hold a person's id. */
export const checkKey = (key: string): void => {
  if (!KEY.test(key)) throw new RangeError('not a key');
};

/** Throws RangeError when JSON cannot hold the value. */
export const toJson = (value: unknown): string => {
  // undefined, a function and a symbol give undefined, whatever the declared type says
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new RangeError('not a value for JSON');
  return text;
};
