export { step4Answers } from './step4Answers';
export { step4Forms } from './step4Forms';
