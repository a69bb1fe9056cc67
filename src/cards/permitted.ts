import type { CommandType } from '../protocol/decide';
import { permits } from '../protocol/permits';
import { standings } from '../protocol/roles';
import type { FormContext } from './context';

/** May this person record this in the case as it stands? Menus offer nothing else. */
export const mayRecord = (verb: CommandType, { file, viewer }: Pick<FormContext, 'file' | 'viewer'>): boolean => {
  const { who, kinds, when } = permits[verb];
  return (
    kinds.includes(file.kind) &&
    (when === 'always' || when === file.status) &&
    standings(viewer, file).some((standing) => who.includes(standing))
  );
};
