import { progress } from '../protocol/progress';
import { maySeeFile, type Actor, type PersonId } from '../protocol/roles';
import { openConsultations } from '../protocol/step2Consult';
import { awaitsLeader } from '../protocol/step4Weigh';
import { localDateOf } from '../protocol/time';
import type { CaseFile } from '../protocol/caseFile';
import { advices } from '../text/nl';
import { dutchDay } from './entry';

/** A case as somebody's list shows it; only for who may see the file. */
export type ListedCase = { caseId: string; title: string; line: string };
/** Something that waits on me: what it is, for whom, since when, and the card that answers it. */
export type ListedRequest = { caseId: string; title: string; line: string; form: string; about: string };

export const listedCase = (caseId: string, file: CaseFile, viewer: Actor): ListedCase | undefined => {
  if (!maySeeFile(viewer, file)) return undefined;
  const who =
    file.kind === 'stappenplan'
      ? file.pupil.name
      : file.kind === 'medewerker'
        ? 'Over een medewerker'
        : 'Tussen leerlingen';
  const state =
    file.status === 'closed'
      ? 'Gesloten'
      : file.kind === 'stappenplan'
        ? advices[progress(file).advice]
        : 'Gemeld aan de leiding';
  return { caseId, title: `${file.number} · ${who}`, line: `${dutchDay(localDateOf(file.lastAt))} · ${state}` };
};

/** What of this case waits on this person. Roles are those of this moment. */
export const requestsIn = (
  caseId: string,
  file: CaseFile,
  viewer: Actor,
  nameOf: (id: PersonId) => string,
): readonly ListedRequest[] => {
  if (file.status === 'closed' || file.kind !== 'stappenplan') return [];
  const found: ListedRequest[] = openConsultations(file)
    .filter(([, { to }]) => to === viewer.id)
    .map(([id, { askedAt }]) => ({
      caseId,
      title: `Meedenken met ${nameOf(file.owner)}`,
      line: `Gevraagd op ${dutchDay(localDateOf(askedAt))}`,
      form: 'step2-consult/answer',
      about: id,
    }));
  const row = (title: string, form: string): ListedRequest => ({
    caseId,
    title,
    line: `Zaak ${file.number}`,
    form,
    about: '',
  });
  const leads = viewer.roles.some((role) => role === 'schoolleider' || role === 'plaatsvervangend-schoolleider');
  if (leads && awaitsLeader(file.weighing)) found.push(row('Weging bevestigen', 'step4-weigh/confirm'));
  if (file.plan && !file.plan.accepted && file.plan.casemanager === viewer.id)
    found.push(row('Casemanager worden', 'plan/casemanager'));
  const tells = leads || viewer.roles.includes('intern-begeleider');
  if (tells && file.consult.toTell.some(({ of }) => of === 'zorgteam'))
    found.push(row('Ouder vertellen wat het team besprak', 'step2-consult/menu'));
  return found;
};
