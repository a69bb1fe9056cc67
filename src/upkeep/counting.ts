import type { Counts } from '../casefile/whole/verifyStore';

export type Say = (line: string) => void;

const EVERY = 100;

/** Says how far a walk has come: at the first case and at every hundredth. */
export const progressTo =
  (say: Say, what = 'dossier') =>
  ({ cases }: Pick<Counts, 'cases'>): void => {
    if (cases === 1 || cases % EVERY === 0) say(`… ${what} ${cases}`);
  };

export const inWords = ({ cases, events, due, values }: Counts): string =>
  `dossiers: ${cases}, vastgelegde feiten: ${events}, berichten en termijnen: ${due}, overige gegevens: ${values}`;
