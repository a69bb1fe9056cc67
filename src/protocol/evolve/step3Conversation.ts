import type { CaseFile } from '../caseFile';
import { said } from '../decision';
import type { Step3Event, ConversationState } from '../step3Conversation';
import { localDateOf, type LocalDate } from '../time';

export const rememberConversation = (file: CaseFile, event: Step3Event): CaseFile => {
  const { conversations } = file;
  const now = (change: Partial<ConversationState>): CaseFile => ({
    ...file,
    conversations: { ...conversations, ...change },
  });
  switch (event.type) {
    case 'ConversationPlanned':
      return now({ planned: event.talkAt });
    case 'ConversationRecorded': {
      const parent = event.with !== 'leerling';
      const pupil = event.with !== 'ouder';
      const { planned: _held, ...rest } = conversations;
      const first = rest.firstParentAt;
      const talked: CaseFile = {
        ...file,
        conversations: {
          ...rest,
          withParent: rest.withParent + (parent ? 1 : 0),
          withPupil: rest.withPupil + (pupil ? 1 : 0),
          alone: rest.alone + (said(event.second) ? 0 : 1),
          ...(parent && { firstParentAt: first && first < event.talkAt ? first : event.talkAt }),
          lastId: event.id,
          lastAt: event.talkAt,
          lastOutcome: event.outcome,
          // it is the talk with the parent that shows another cause; the pupil's own words can only take that back.
          otherCause: event.outcome === 'andere-oorzaak' && (parent || rest.otherCause),
          ...(parent && event.outcome === 'andere-oorzaak' && { otherCauseAt: event.talkAt }),
          recognised: rest.recognised || (parent && event.recognises === 'ja'),
          signaturesOpen: [...rest.signaturesOpen, event.id],
        },
      };
      return parent ? heardFromParent(talked, localDateOf(event.talkAt)) : talked;
    }
    case 'SignatureRecorded':
      return now({
        signaturesOpen: conversations.signaturesOpen.filter(
          (id) => id !== event.conversation || event.state === 'gevraagd',
        ),
      });
    case 'ConversationWaived':
      return now({ waived: { ground: event.ground, at: event.at } });
  }
};

const heardFromParent = (file: CaseFile, on: LocalDate): CaseFile =>
  on > (file.signals.lastParentContact ?? '') ? { ...file, signals: { ...file.signals, lastParentContact: on } } : file;
