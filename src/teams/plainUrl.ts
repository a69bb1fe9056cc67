/** An address that every client reads alike, and that carries nobody's name or password; undefined for any other. */
export const plainUrl = (text: string): URL | undefined => {
  // Not every client reads a backslash or a space in an address as URL does.
  if (/[\\\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.username === '' && url.password === '' ? url : undefined;
};
