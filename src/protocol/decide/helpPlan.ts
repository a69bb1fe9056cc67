import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision, type NewEvent } from '../decision';
import type { SafetyNow, Plan, PlanCommand } from '../helpPlan';
import type { Actor } from '../roles';
import { localDateOf, type Instant, type LocalDate } from '../time';

/** I-11: a plan without term, concrete result, roles, casemanager and a task for the casemanager is no plan. */
const planRefusal = (plan: Plan, today: LocalDate): Decision | undefined => {
  if (plan.until <= today) return refuse('plan-needs-term');
  if (!plan.goals.some(said)) return refuse('plan-needs-goal');
  if (!plan.roles.some(({ who, role }) => said(who) && said(role))) return refuse('plan-needs-roles');
  if (!plan.casemanager) return refuse('plan-needs-casemanager');
  if (!said(plan.casemanagerTasks)) return refuse('plan-needs-task');
  return plan.discussedOn && plan.discussedOn > today ? refuse('in-the-future') : undefined;
};

/** Following shows that the child is not safe, or may not be: that is "het stopt niet" and asks for a melding. */
const relapse = ({ safe, text, on }: { safe: SafetyNow; text: string; on: LocalDate }): NewEvent[] =>
  safe === 'ja' ? [] : [{ type: 'ContinuesReported', what: text, on }];

export const decidePlan = (command: PlanCommand, file: CaseFile, by: Actor, at: Instant): Decision => {
  const today = localDateOf(at);
  switch (command.type) {
    case 'makePlan':
      return planRefusal(command, today) ?? accept({ ...command, type: 'PlanMade' });
    case 'acceptCasemanagement':
      if (!file.plan) return refuse('no-plan');
      if (file.plan.casemanager !== by.id) return refuse('not-your-role');
      return file.plan.accepted ? refuse('already-answered') : accept({ type: 'CasemanagementAccepted' });
    case 'recordProgress':
      if (!file.plan) return refuse('no-plan');
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ProgressRecorded' });
    case 'referParent':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ParentReferred' });
    case 'recordArrival':
      return file.referrals.some(({ id, arrived }) => id === command.referral && arrived !== 'ja')
        ? accept({ ...command, type: 'ArrivalRecorded' })
        : refuse('no-such-entry');
    case 'agreeMonitoring':
      return command.until < today || command.next > command.until
        ? refuse('plan-needs-term')
        : accept({ ...command, type: 'MonitoringAgreed' });
    case 'recordMonitoring':
      if (command.on > today) return refuse('in-the-future');
      return file.monitoring.some(({ id }) => id === command.monitoring)
        ? accept({ ...command, type: 'MonitoringRecorded' }, ...relapse(command))
        : refuse('no-such-entry');
  }
};
