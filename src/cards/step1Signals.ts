export { step1Answers } from './step1Answers';
export { step1Forms } from './step1Forms';
