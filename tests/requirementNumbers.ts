/**
 * The numbers of the requirements catalogue of this protocol (R) and of its invariants (I). The gaps are numbers that the
 * catalogue does not use.
 */
const numberedRuns: readonly { letter: 'R' | 'I'; digits: number; from: number; to: number }[] = [
  { letter: 'R', digits: 3, from: 1, to: 171 },
  { letter: 'R', digits: 3, from: 190, to: 208 },
  { letter: 'R', digits: 3, from: 213, to: 219 },
  { letter: 'R', digits: 3, from: 235, to: 236 },
  { letter: 'R', digits: 3, from: 240, to: 246 },
  { letter: 'I', digits: 2, from: 1, to: 29 },
];

export const requirementNumbers: readonly string[] = numberedRuns.flatMap(({ letter, digits, from, to }) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${letter}-${String(from + i).padStart(digits, '0')}`),
);

/** Numbers that no test shows yet, because what they ask for comes with a later delivery; that delivery in plain words. */
export const laterDeliveries: Readonly<Record<string, string>> = {};
