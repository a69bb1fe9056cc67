import type { TemplateText } from '../../templateTexts';
import { audit } from './audit';
import { common } from './common';
import { family } from './family';
import { followUp } from './followUp';
import { intake } from './intake';
import { lock } from './lock';
import { notices } from './notices';
import { plan } from './plan';
import { practice } from './practice';
import { retention } from './retention';
import { shared } from './shared';
import { step1Signals } from './step1Signals';
import { step2Consult } from './step2Consult';
import { step3Conversation } from './step3Conversation';
import { step4Weigh } from './step4Weigh';
import { step5Decide } from './step5Decide';

/** Every text of the templates in English; a text without English does not compile. */
export const templateEnglish: Readonly<Record<TemplateText, string>> = {
  ...audit,
  ...common,
  ...family,
  ...followUp,
  ...intake,
  ...lock,
  ...notices,
  ...plan,
  ...practice,
  ...retention,
  ...shared,
  ...step1Signals,
  ...step2Consult,
  ...step3Conversation,
  ...step4Weigh,
  ...step5Decide,
};
