export { intakeAnswers } from './intakeAnswers';
export { intakeForms } from './intakeForms';
