import { around } from './around';
import { closing } from './closing';
import { common } from './common';
import { followUp } from './followUp';
import { helpPlan } from './helpPlan';
import { practice } from './practice';
import { protocol } from './protocol';
import { retention } from './retention';
import { step1 } from './step1';
import { step2 } from './step2';
import { step3 } from './step3';
import { step4 } from './step4';
import { step5 } from './step5';
import { teams } from './teams';

/** The English of every Dutch text in the code: the key is the Dutch text itself, names between braces are filled in. */
export const phrases = {
  ...around,
  ...closing,
  ...common,
  ...followUp,
  ...helpPlan,
  ...practice,
  ...protocol,
  ...retention,
  ...step1,
  ...step2,
  ...step3,
  ...step4,
  ...step5,
  ...teams,
} as const satisfies Readonly<Record<string, string>>;
export type Phrase = keyof typeof phrases;
