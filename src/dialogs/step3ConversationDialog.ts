import { StepDialog } from './stepDialog';

/** Step 3: after the report of the talk, the signatures. */
export const step3ConversationDialog = (): StepDialog =>
  new StepDialog('step3Conversation', ({ verb }) => {
    if (verb === 'recordConversation') return 'step3-conversation/signature';
    return verb === 'planConversation' ? 'step3-conversation/prepare' : undefined;
  });
