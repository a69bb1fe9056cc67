import type { CaseFile } from './caseFile';
import type { CommandType } from './decide';
import type { Standing } from './roles';

/**
 * Who may do what, on which route, and whether the file must be open.
 * `kinds: none` starts a file. `when`: `open` files only, `closed` files only, or both.
 */
export type Permit = {
  who: readonly Standing[];
  kinds: readonly CaseFile['kind'][];
  when: 'open' | 'closed' | 'always';
};

const workers: readonly Standing[] = ['owner', 'leader', 'ibEr', 'casemanager', 'keeper'];
const onSteps = (when: Permit['when'], who: readonly Standing[] = workers): Permit => ({
  who,
  kinds: ['stappenplan'],
  when,
});
const starts: Permit = { who: ['member'], kinds: ['none'], when: 'open' };
const onExits: Permit = {
  who: ['owner', 'leader', 'board', 'told'],
  kinds: ['medewerker', 'leerlingen'],
  when: 'open',
};
const anyRoute = (when: Permit['when']): Permit => ({
  who: [...workers, 'board', 'told'],
  kinds: ['stappenplan', 'medewerker', 'leerlingen'],
  when,
});

/** One row for each thing that can be done to a case file. A verb without a row does not compile. */
export const permits: Readonly<Record<CommandType, Permit>> = {
  openCase: starts,
  reportStaffConcern: starts,
  reportPupilConcern: starts,
  moveToStaffExit: onSteps('open'),
  recordConfidantAdvice: onExits,
  addFollowUp: onExits,
  recordEmergency: { who: ['member', ...workers], kinds: ['none', 'stappenplan'], when: 'always' },

  recordSignal: onSteps('open'),
  confirmFlags: onSteps('open'),
  recordContact: onSteps('open'),
  recordChildVoice: onSteps('open'),
  mapSignals: onSteps('open'),

  askColleagues: onSteps('open'),
  seeConsultation: onSteps('open', ['consulted']),
  answerConsultation: onSteps('open', ['consulted']),
  addToConsultation: onSteps('open', ['consulted']),
  declineConsultation: onSteps('open', ['consulted']),
  withdrawConsultation: onSteps('open'),
  recordOutsideConsultation: onSteps('open'),
  recordVeiligThuisContact: onSteps('always'),
  recordInjuryExpert: onSteps('open'),
  recordConsent: onSteps('open'),
  acceptSingleConsent: onSteps('open', ['leader']),
  recordTeamDiscussion: onSteps('open'),
  informParent: onSteps('always'),
  waiveInforming: onSteps('always'),
  askSupport: onSteps('open'),

  planConversation: onSteps('open'),
  recordConversation: onSteps('open'),
  recordSignature: onSteps('always'),
  waiveConversation: onSteps('open'),

  startWeighing: onSteps('open'),
  assessRisk: onSteps('open'),
  weighSuspicion: onSteps('open'),
  weighSafety: onSteps('open'),
  weighHelp: onSteps('open'),
  weighAcceptance: onSteps('open'),
  weighResult: onSteps('open'),
  confirmWeighing: onSteps('open', ['leader']),
  requestTalk: onSteps('open', ['leader']),

  decideReport: onSteps('open'),
  discussReport: onSteps('open'),
  waiveReportTalk: onSteps('open'),
  makeReport: onSteps('open'),
  // A melding keeps its term when the case moves to the exit (I-13), so its answer can be written down there too.
  recordFeedback: {
    who: [...workers, 'board'],
    kinds: ['stappenplan', 'medewerker'],
    when: 'always',
  },
  decideHelp: onSteps('open'),
  reportContinues: onSteps('always'),
  checkImprovement: onSteps('always'),

  makePlan: onSteps('open'),
  acceptCasemanagement: onSteps('open', ['casemanager']),
  recordProgress: onSteps('open'),
  referParent: onSteps('open'),
  recordArrival: onSteps('always'),
  agreeMonitoring: onSteps('open'),
  recordMonitoring: onSteps('always'),

  postponeTerm: onSteps('always'),
  passOnTerm: onSteps('always'),
  seeConcern: onSteps('open', ['leader', 'ibEr']),
  reassignOwner: onSteps('always', ['owner', 'leader', 'ibEr']),
  reassignCasemanager: onSteps('always'),
  declineCasemanagement: onSteps('open', ['casemanager']),

  // Keepers: only for their own place, or the empty one.
  lockFile: onSteps('always', ['leader', 'keeper']),
  unlockFile: onSteps('always', ['leader']),

  recordSibling: onSteps('always', ['owner', 'leader', 'ibEr', 'keeper']),

  closeCase: anyRoute('open'),
  undoStart: onSteps('open', ['owner']),
  reopenCase: anyRoute('closed'),
  correctEntry: anyRoute('always'),

  transferFile: onSteps('always', ['leader']),
  confirmReceipt: onSteps('always', ['leader']),
  holdFile: { ...anyRoute('closed'), who: ['leader', 'board'] },
  destroyFile: { ...anyRoute('closed'), who: ['leader', 'board'] },
};
