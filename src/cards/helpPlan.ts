export { helpPlanAnswers } from './helpPlanAnswers';
export { helpPlanForms } from './helpPlanForms';
