import type { CaseFile } from '../caseFile';
import type { PlanEvent, PlanState, MonitoringState } from '../helpPlan';
import { afresh } from './followUp';
import { addDays, localDateOf } from '../time';

const TWO_WEEKS = 14;

export const rememberPlan = (file: CaseFile, event: PlanEvent): CaseFile => {
  const plan = (change: Partial<PlanState>): CaseFile =>
    file.plan ? { ...file, plan: { ...file.plan, ...change } } : file;
  switch (event.type) {
    case 'PlanMade': {
      const { id, until, interim, goals, casemanager } = event;
      const made: PlanState = {
        id,
        until,
        ...(interim && { interim }),
        goals: goals.length,
        casemanager,
        accepted: event.by === casemanager,
        discussed: event.discussedOn !== undefined,
        interimDone: false,
        endDone: false,
        madeAt: event.at,
      };
      const toTell = event.discussedOn
        ? file.consult.toTell
        : [...file.consult.toTell, { about: id, of: 'plan' as const, on: localDateOf(event.at) }];
      return { ...file, plan: made, consult: { ...file.consult, toTell } };
    }
    case 'CasemanagementAccepted':
      return plan({ accepted: true });
    case 'ProgressRecorded':
      return event.kind === 'voortgang'
        ? file
        : plan(event.kind === 'tussentijds-besproken' ? { interimDone: true } : { endDone: true });
    case 'ParentReferred':
      return {
        ...file,
        referrals: [...file.referrals, { id: event.id, on: event.on, askOn: addDays(event.on, TWO_WEEKS) }],
      };
    case 'ArrivalRecorded': {
      const askOn = addDays(localDateOf(event.at), TWO_WEEKS);
      const referrals = file.referrals.map((one) =>
        one.id === event.referral ? { ...one, arrived: event.arrived, askOn } : one,
      );
      return afresh({ ...file, referrals }, `arrival:${event.referral}`);
    }
    case 'MonitoringAgreed':
      return { ...file, monitoring: [...file.monitoring, { id: event.id, next: event.next, until: event.until }] };
    case 'MonitoringRecorded': {
      const monitoring = file.monitoring.map(({ id, until, next: was }): MonitoringState => {
        if (id !== event.monitoring) return { id, until, ...(was && { next: was }) };
        // Following goes on until the agreed day, also when nobody names the next moment.
        const next = event.next ?? (event.on < until ? until : undefined);
        return { id, until, ...(next && { next }) };
      });
      return afresh({ ...file, monitoring }, `monitoring:${event.monitoring}`);
    }
  }
};
