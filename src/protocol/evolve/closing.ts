import type { CaseFile } from '../caseFile';
import type { ClosingEvent } from '../closing';
import { opened } from '../duty';

export const rememberClosing = (file: CaseFile, event: ClosingEvent): CaseFile => {
  switch (event.type) {
    case 'CaseClosed':
      return { ...file, status: 'closed', closed: { outcome: event.outcome, at: event.at } };
    case 'CaseReopened':
      return opened(file);
    case 'EntryCorrected':
      return file;
  }
};
