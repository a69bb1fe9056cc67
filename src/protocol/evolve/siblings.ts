import type { CaseFile } from '../caseFile';
import type { SiblingEvent } from '../siblings';

export const rememberSibling = (
  file: CaseFile,
  { type: _type, at: _at, by: _by, sibling: number, mends: _mends, mistaken, ...said }: SiblingEvent,
): CaseFile => {
  const others = (file.siblings ?? []).filter((one) => one.number !== number);
  const known = mistaken ? others : [...others, { number, ...said }];
  return {
    ...file,
    siblings: [...known].sort((a, b) => a.number - b.number),
    siblingsNamed: Math.max(number, file.siblingsNamed ?? 0),
  };
};
