import * as z from 'zod';

/** A short text that people will see: one line, without characters that hide or turn other text round. */
export const oneLine = (max: number, whenEmpty: string) =>
  z
    .string()
    .trim()
    .min(1, whenEmpty)
    .max(max)
    .refine(
      (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text),
      'Hierin staat een onzichtbaar teken of een nieuwe regel. Typ de tekst opnieuw op één regel.',
    );
