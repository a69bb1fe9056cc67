import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision } from '../decision';
import type { Actor } from '../roles';
import { type Step3Command, preContactRefusal } from '../step3Conversation';
import { localDateOf, type Instant } from '../time';

export const decideConversation = (command: Step3Command, file: CaseFile, by: Actor, at: Instant): Decision => {
  switch (command.type) {
    case 'planConversation': {
      // with yourself you are still alone.
      if (command.second === by.id) return refuse('asked-yourself');
      const gate = preContactRefusal(file, command.with, at);
      return gate ? refuse(gate) : accept({ ...command, type: 'ConversationPlanned' });
    }
    case 'recordConversation': {
      if (command.talkAt > at) return refuse('in-the-future');
      const gate = preContactRefusal(file, command.with, command.talkAt);
      if (gate) return refuse(gate);
      if (!said(command.second) && !said(command.whyAlone)) return refuse('second-or-reason');
      return accept({ ...command, type: 'ConversationRecorded' });
    }
    case 'recordSignature':
      if (command.on > localDateOf(at)) return refuse('in-the-future');
      return file.conversations.signaturesOpen.includes(command.conversation) ||
        file.conversations.lastId === command.conversation
        ? accept({ ...command, type: 'SignatureRecorded' })
        : refuse('no-such-entry');
    case 'waiveConversation':
      if (command.ground === 'veiligheid' && command.atRisk.length === 0) return refuse('at-risk-needed');
      return accept({ ...command, type: 'ConversationWaived' });
  }
};
