export { step2Answers } from './step2Answers';
export { step2Forms } from './step2Forms';
