import type { CaseEvent, CaseFile } from './caseFile';
import type { ClosingCommand } from './closing';
import { decideClosing } from './decide/closing';
import { decideEmergency } from './decide/emergency';
import { decideExit } from './decide/exits';
import { decideFollowUp } from './decide/followUp';
import { decidePlan } from './decide/helpPlan';
import { decideLock } from './decide/lock';
import { decideRetention } from './decide/retention';
import { decideSibling } from './decide/siblings';
import { decideSignals } from './decide/step1Signals';
import { decideConsult } from './decide/step2Consult';
import { decideConversation } from './decide/step3Conversation';
import { decideWeighing } from './decide/step4Weigh';
import { decideDecisions } from './decide/step5Decide';
import type { Decision, NewEvent, Refusal } from './decision';
import type { EmergencyCommand } from './emergency';
import type { ExitCommand } from './exits';
import type { FollowUpCommand } from './followUp';
import type { PlanCommand } from './helpPlan';
import { bringsOthersIn, type LockCommand } from './lock';
import { permits } from './permits';
import type { RetentionCommand } from './retention';
import { standings, type Actor } from './roles';
import type { SiblingCommand } from './siblings';
import type { Step1Command } from './step1Signals';
import type { Step2Command } from './step2Consult';
import type { Step3Command } from './step3Conversation';
import type { Step4Command } from './step4Weigh';
import type { Step5Command } from './step5Decide';
import { localDateOf, type Instant } from './time';

export type Command =
  | ExitCommand
  | EmergencyCommand
  | Step1Command
  | Step2Command
  | Step3Command
  | Step4Command
  | Step5Command
  | PlanCommand
  | FollowUpCommand
  | LockCommand
  | SiblingCommand
  | ClosingCommand
  | RetentionCommand;
export type CommandType = Command['type'];

/** `length`: how many facts the file holds now; a correction points to one of them. */
export type Circumstances = { by: Actor; at: Instant; length: number };
export type Judgement = { events: readonly CaseEvent[] } | { refusal: Refusal };

/** The one place where the meldcode says yes or no. Nobody is refused for order, except by the protocol's own gates. */
export const decide = (command: Command, file: CaseFile, circumstances: Circumstances): Judgement => {
  const refusal = notPermitted(command.type, file, circumstances.by);
  if (refusal) return { refusal };
  if (bringsOthersIn(command, file)) return { refusal: 'locked-to-two' };
  const decision = judge(command, file, circumstances);
  return 'refusal' in decision ? decision : { events: decision.events.map((event) => stamped(event, circumstances)) };
};

const stamped = (event: NewEvent, { by, at }: Circumstances): CaseEvent => ({ ...event, at, by: by.id });

/** Role, route and closed file. No role and no such case are the same answer (I-24). */
const notPermitted = (type: CommandType, file: CaseFile, by: Actor): Refusal | undefined => {
  const permit = permits[type];
  const held = standings(by, file);
  if (held.length === 0) return 'no-such-case';
  if (file.kind === 'none') return permit.kinds.includes('none') ? undefined : 'no-such-case';
  if (!permit.kinds.includes(file.kind))
    return permit.kinds.includes('stappenplan') ? 'steps-frozen' : 'already-answered';
  if (!held.some((standing) => permit.who.includes(standing))) return 'not-your-role';
  if (file.status === 'closed' && permit.when === 'open') return 'case-closed';
  if (file.status === 'open' && permit.when === 'closed') return 'case-open';
  return undefined;
};

const judge = (command: Command, file: CaseFile, { by, at, length }: Circumstances): Decision => {
  switch (command.type) {
    case 'openCase':
    case 'reportStaffConcern':
    case 'moveToStaffExit':
    case 'reportPupilConcern':
    case 'recordConfidantAdvice':
    case 'addFollowUp':
      return decideExit(command, file, by, at);
    case 'recordEmergency':
      return decideEmergency(command, file, at);
    case 'recordSignal':
    case 'confirmFlags':
    case 'recordContact':
    case 'recordChildVoice':
    case 'mapSignals':
      return decideSignals(command, file, localDateOf(at));
    case 'askColleagues':
    case 'seeConsultation':
    case 'answerConsultation':
    case 'addToConsultation':
    case 'declineConsultation':
    case 'withdrawConsultation':
    case 'recordOutsideConsultation':
    case 'recordVeiligThuisContact':
    case 'recordInjuryExpert':
    case 'recordConsent':
    case 'acceptSingleConsent':
    case 'recordTeamDiscussion':
    case 'informParent':
    case 'waiveInforming':
    case 'askSupport':
      return decideConsult(command, file, by, at);
    case 'planConversation':
    case 'recordConversation':
    case 'recordSignature':
    case 'waiveConversation':
      return decideConversation(command, file, by, at);
    case 'startWeighing':
    case 'assessRisk':
    case 'weighSuspicion':
    case 'weighSafety':
    case 'weighHelp':
    case 'weighAcceptance':
    case 'weighResult':
    case 'confirmWeighing':
    case 'requestTalk':
      return decideWeighing(command, file, by, at);
    case 'decideReport':
    case 'discussReport':
    case 'waiveReportTalk':
    case 'makeReport':
    case 'recordFeedback':
    case 'decideHelp':
    case 'reportContinues':
    case 'checkImprovement':
      return decideDecisions(command, file, by, at);
    case 'makePlan':
    case 'acceptCasemanagement':
    case 'recordProgress':
    case 'referParent':
    case 'recordArrival':
    case 'agreeMonitoring':
    case 'recordMonitoring':
      return decidePlan(command, file, by, at);
    case 'postponeTerm':
    case 'passOnTerm':
    case 'seeConcern':
    case 'reassignOwner':
    case 'reassignCasemanager':
    case 'declineCasemanagement':
      return decideFollowUp(command, file, by, at);
    case 'lockFile':
    case 'unlockFile':
      return decideLock(command, file, by);
    case 'recordSibling':
      return decideSibling(command, file, localDateOf(at));
    case 'closeCase':
    case 'undoStart':
    case 'reopenCase':
    case 'correctEntry':
      return decideClosing(command, file, length);
    case 'transferFile':
    case 'confirmReceipt':
    case 'holdFile':
    case 'destroyFile':
      return decideRetention(command, file, by, at);
  }
};
