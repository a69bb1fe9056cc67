import { AccessLogBroken, type AccessLog } from '../casefile/accessLog';
import type { CaseStore } from '../casefile/caseStore';
import type { FamilyLinks } from '../casefile/familyLinks';
import type { Trace } from '../casefile/destruction';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Deliveries } from '../notices/deliveries';
import type { CaseFile } from '../protocol/caseFile';
import type { PersonId } from '../protocol/roles';
import { forgetTalkAbout } from './conversationStorage';
import type { References } from './references';

/** What lies of a case outside its file: who looked, what was sent, and where talks were. Tickets end by themselves. */
export const tracesOf = (parts: {
  accessLog: AccessLog;
  familyLinks: FamilyLinks;
  deliveries: Deliveries;
  references: References;
  keyValues: KeyValueStore;
  tenantId: string;
}): readonly Trace[] => {
  const { accessLog, familyLinks, deliveries, references, keyValues, tenantId } = parts;
  return [
    (caseId) => accessLog.erase(caseId),
    (caseId) => familyLinks.erase(caseId),
    (caseId, people) => deliveries.erase(caseId, people),
    async (caseId, people) => {
      for (const aadObjectId of people) {
        const chat = await references.find({ tenantId, aadObjectId });
        if (chat) await forgetTalkAbout(keyValues, chat.conversationId, caseId);
      }
    },
  ];
};

/** Whoever looked; a log with a hole in it goes all the same. */
const lookers = async (accessLog: AccessLog, caseId: string): Promise<readonly PersonId[]> => {
  try {
    return (await accessLog.read(caseId)).map(({ by }) => by);
  } catch (error) {
    if (error instanceof AccessLogBroken) return [];
    throw error;
  }
};

/** Everybody who had to do with a case, or looked at it. */
export const peopleIn = async (
  { store, accessLog }: { store: CaseStore; accessLog: AccessLog },
  caseId: string,
  file: CaseFile,
): Promise<readonly PersonId[]> => {
  const history = await store.history(caseId);
  return [
    ...new Set([
      ...(await lookers(accessLog, caseId)),
      ...history.map(({ event }) => event.by),
      ...Object.values(file.consultations).map(({ to }) => to),
      ...(file.plan ? [file.plan.casemanager] : []),
      ...(file.exit?.told ?? []),
      ...(file.lock?.keepers ?? []).map(({ person }) => person),
      file.owner,
    ]),
  ];
};
