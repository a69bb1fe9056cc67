import type { FormContext } from '../../src/cards/context';
import { formOf, forms, type FormName } from '../../src/cards/forms';
import type { Card } from '../../src/cards/render';
import { maySeeFile } from '../../src/protocol/roles';
import { dutch, type Tongue } from '../../src/text/tongue';
import { plainly } from './caseFiles';
import { school } from './context';
import { allShowings } from './showings';

const sizeOf = (card: Card): number => JSON.stringify(card).length;

/** Only what somebody can have on a screen: cards of people who do not see the file are of two kinds. */
const opens = (name: FormName, { file, viewer }: FormContext): boolean =>
  formOf(name).caseless === true || formOf(name).named !== undefined || maySeeFile(viewer, file);

/** Every form as full as it gets when people write plainly: what must fit on a screen, for who reads this language. */
export const fullestCards = (t: Tongue = dutch): readonly { name: FormName; card: Card }[] =>
  // Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
  (Object.keys(forms) as FormName[]).map((name) => {
    const [first, ...rest] = allShowings(name, plainly, { ...school, t })
      .filter(({ context }) => opens(name, context))
      .map(({ card }) => card);
    if (!first) throw new Error(`${name} opens nowhere`);
    return { name, card: rest.reduce((full, card) => (sizeOf(card) > sizeOf(full) ? card : full), first) };
  });
