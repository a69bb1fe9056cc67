import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision } from '../decision';
import { farthestHold, isHeld, reviewDay, type RetentionCommand } from '../retention';
import { isLeaderOf, type Actor } from '../roles';
import { goesOn } from '../terms';
import { localDateOf, type Instant } from '../time';

/** The leader looks at the file first, and then destroys it, or holds it until a day (I-26). */
export const decideRetention = (command: RetentionCommand, file: CaseFile, by: Actor, at: Instant): Decision => {
  const today = localDateOf(at);
  switch (command.type) {
    case 'holdFile':
      if (!said(command.reason)) return refuse('reason-needed');
      if (command.until <= today) return refuse('not-later');
      return command.until > farthestHold(today) ? refuse('held-too-long') : accept({ ...command, type: 'FileHeld' });
    case 'transferFile': {
      if (command.on > today) return refuse('in-the-future');
      if (!said(command.proof)) return refuse(command.ground === 'zonder' ? 'reason-needed' : 'consent-needs-place');
      const number = (file.retention?.transfers ?? []).length + 1;
      return accept({ ...command, type: 'FileTransferred', number });
    }
    case 'confirmReceipt': {
      const transfer = file.retention?.transfers?.find(({ number }) => number === command.transfer);
      if (!transfer) return refuse('no-such-entry');
      if (transfer.received) return refuse('already-answered');
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ReceiptConfirmed' });
    }
    case 'destroyFile': {
      if (!said(command.reason)) return refuse('reason-needed');
      if (!command.reviewed) return refuse('review-first');
      if (goesOn(file)) return refuse('still-followed');
      const early = command.ground === 'termijn' && today < (reviewDay(file, command) ?? today);
      if (early || isHeld(file, today)) return refuse('kept-until-later');
      return accept({ ...command, type: 'DestructionDecided', as: isLeaderOf(by, file) ? 'leider' : 'bestuur' });
    }
  }
};
