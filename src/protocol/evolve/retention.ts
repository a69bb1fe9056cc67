import type { CaseFile } from '../caseFile';
import type { RetentionEvent } from '../retention';

export const rememberRetention = (file: CaseFile, event: RetentionEvent): CaseFile => {
  switch (event.type) {
    case 'FileHeld':
      return { ...file, retention: { ...file.retention, heldUntil: event.until } };
    case 'DestructionDecided': {
      const { at, ground, as } = event;
      return { ...file, retention: { ...file.retention, destroyed: { at, ground, as } } };
    }
  }
};
