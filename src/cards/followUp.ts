export { followUpAnswers } from './followUpAnswers';
export { followUpForms } from './followUpForms';
