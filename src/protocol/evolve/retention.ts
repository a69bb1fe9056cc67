import type { CaseFile } from '../caseFile';
import type { RetentionEvent } from '../retention';

export const rememberRetention = (file: CaseFile, event: RetentionEvent): CaseFile => {
  switch (event.type) {
    case 'FileHeld':
      return { ...file, retention: { ...file.retention, heldUntil: event.until } };
    case 'FileTransferred': {
      const { number, on } = event;
      const transfers = [...(file.retention?.transfers ?? []), { number, on, received: false }];
      return { ...file, retention: { ...file.retention, transfers } };
    }
    case 'ReceiptConfirmed': {
      const transfers = (file.retention?.transfers ?? []).map((one) =>
        one.number === event.transfer ? { ...one, received: true } : one,
      );
      return { ...file, retention: { ...file.retention, transfers } };
    }
    case 'DestructionDecided': {
      const { at, ground, as } = event;
      return { ...file, retention: { ...file.retention, destroyed: { at, ground, as } } };
    }
  }
};
