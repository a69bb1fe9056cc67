export { step3Answers } from './step3Answers';
export { step3Forms } from './step3Forms';
