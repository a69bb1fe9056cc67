import { chronologyForms } from './chronology';
import { closingForms } from './closing';
import { documentForms } from './documents';
import { emergencyForms } from './emergency';
import type { Tongue } from '../text/tongue';
import type { Form } from './form';
import { followUpForms } from './followUp';
import { helpPlanForms } from './helpPlan';
import { hubForms } from './hub';
import { informationForms } from './information';
import { intakeForms } from './intake';
import { lockForms } from './lock';
import { practiceForms } from './practice';
import { retentionForms } from './retention';
import { samePupilForms } from './samePupil';
import { seenByForms } from './seenBy';
import { siblingForms } from './siblings';
import { step1Forms } from './step1Signals';
import { step2Forms } from './step2Consult';
import { step3Forms } from './step3Conversation';
import { step4Forms } from './step4Weigh';
import { step5Forms } from './step5Decide';

/** The words above a card, or the name itself of what is no card. */
const titleOf = (t: Tongue, name: string): string => (isFormName(name) ? t(formOf(name).title) : name);

/** Every card that somebody can open, by the path of its template. */
export const forms = {
  ...hubForms,
  ...chronologyForms,
  ...seenByForms(titleOf),
  ...documentForms,
  ...informationForms,
  ...practiceForms,
  ...intakeForms,
  ...emergencyForms,
  ...step1Forms,
  ...step2Forms,
  ...step3Forms,
  ...step4Forms,
  ...step5Forms,
  ...helpPlanForms,
  ...followUpForms,
  ...lockForms,
  ...siblingForms,
  ...samePupilForms,
  ...closingForms,
  ...retentionForms,
} satisfies Record<string, Form>;
export type FormName = keyof typeof forms;

export const isFormName = (name: string): name is FormName => Object.hasOwn(forms, name);
export const formOf = (name: FormName): Form => forms[name];
