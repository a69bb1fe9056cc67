export { closingAnswers } from './closingAnswers';
export { closingForms } from './closingForms';
