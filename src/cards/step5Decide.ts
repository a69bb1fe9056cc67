export { step5Answers } from './step5Answers';
export { step5Forms } from './step5Forms';
