import type { CaseFile } from '../caseFile';
import { accept, refuse, said, type Decision, type NewEvent } from '../decision';
import { consultableRoles, isInsideColleague, isLeaderRole, isOutsideSchool, type Actor } from '../roles';
import {
  type Asked,
  type Step2Command,
  type Consultation,
  hasWrittenConsent,
  hadWrittenConsent,
} from '../step2Consult';
import { localDateOf, type Instant, type LocalDate } from '../time';

const asks = (command: Extract<Step2Command, { type: 'askColleagues' }>, file: CaseFile, by: Actor): Decision => {
  const { consultations, question, shared, named, ground } = command;
  if (consultations.length === 0) return refuse('unknown-colleague');
  if (consultations.some(({ to }) => to === by.id)) return refuse('asked-yourself');
  // R-064 is a closed list; the board stands in no ordinary case.
  const listed = ({ role }: Asked): boolean => consultableRoles.some((one) => one === role);
  if (!consultations.every(listed)) return refuse('unknown-colleague');
  // A request that was sent is not sent again under the same id: that would wipe its answer (I-04).
  const ids = consultations.map(({ id }) => id);
  if (new Set(ids).size < ids.length || ids.some((id) => file.consultations[id])) return refuse('already-answered');
  if (named && !said(ground) && !hasWrittenConsent(file) && consultations.some(({ role }) => isOutsideSchool(role)))
    return refuse('outside-needs-ground');
  return accept(
    ...consultations.map(({ id, to, role }): NewEvent => ({
      type: 'ConsultationRequested',
      consultation: id,
      to,
      role,
      question,
      shared,
      named,
      ...(ground && { ground }),
    })),
  );
};

const openRequest = (file: CaseFile, id: string): Consultation | 'already-answered' | 'not-asked' => {
  const asked = file.consultations[id];
  if (!asked) return 'not-asked';
  return asked.state === 'verzonden' || asked.state === 'gezien' ? asked : 'already-answered';
};

const answers = (
  command: Extract<Step2Command, { type: 'seeConsultation' | 'answerConsultation' | 'declineConsultation' }>,
  file: CaseFile,
  by: Actor,
): Decision => {
  const asked = openRequest(file, command.consultation);
  if (typeof asked === 'string') return refuse(asked);
  if (asked.to !== by.id) return refuse('not-asked');
  switch (command.type) {
    case 'seeConsultation':
      return asked.state === 'gezien' ? refuse('already-answered') : accept({ ...command, type: 'ConsultationSeen' });
    case 'answerConsultation':
      return accept({ ...command, type: 'ConsultationAnswered' });
    case 'declineConsultation':
      return accept({ ...command, type: 'ConsultationDeclined' });
  }
};

/** Whoever answered can add to that later; what was not answered, or was taken back, has nothing to add to. */
const addsTo = (command: Extract<Step2Command, { type: 'addToConsultation' }>, file: CaseFile, by: Actor): Decision => {
  const asked = file.consultations[command.consultation];
  if (asked?.to !== by.id) return refuse('not-asked');
  if (asked.state === 'ingetrokken') return refuse('already-answered');
  return asked.state === 'beantwoord' ? accept({ ...command, type: 'ConsultationAddedTo' }) : refuse('no-such-entry');
};

const discusses = (
  command: Extract<Step2Command, { type: 'recordTeamDiscussion' }>,
  file: CaseFile,
  today: LocalDate,
): Decision => {
  if (command.on > today) return refuse('in-the-future');
  const needsConsent = command.mode === 'open' && (command.team === 'zorgteam' || command.outsiders);
  if (needsConsent && !hadWrittenConsent(file, command.on)) return refuse('consent-needed');
  if (command.mode === 'anoniem' && !said(command.whyAnonymous)) return refuse('anonymous-needs-reason');
  return accept({ ...command, type: 'TeamDiscussed' });
};

const tells = (
  command: Extract<Step2Command, { type: 'informParent' | 'waiveInforming' }>,
  file: CaseFile,
  by: Actor,
  today: LocalDate,
): Decision => {
  const open = file.consult.toTell.find(({ about }) => about === command.about);
  if (!open) return refuse('nothing-to-tell');
  // the outcome of the zorgteam is told by the intern begeleider or the school leader.
  const responsible = by.roles.some((role) => role === 'intern-begeleider' || isLeaderRole(role));
  if (open.of === 'zorgteam' && !responsible) return refuse('not-your-role');
  if (command.type === 'waiveInforming') return accept({ ...command, type: 'InformingWaived' });
  return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'ParentInformed' });
};

export const decideConsult = (command: Step2Command, file: CaseFile, by: Actor, at: Instant): Decision => {
  const today = localDateOf(at);
  switch (command.type) {
    case 'askColleagues':
      return asks(command, file, by);
    case 'seeConsultation':
    case 'answerConsultation':
    case 'declineConsultation':
      return answers(command, file, by);
    case 'addToConsultation':
      return addsTo(command, file, by);
    case 'withdrawConsultation': {
      const asked = openRequest(file, command.consultation);
      return typeof asked === 'string' ? refuse(asked) : accept({ ...command, type: 'ConsultationWithdrawn' });
    }
    case 'recordOutsideConsultation': {
      if (command.on > today) return refuse('in-the-future');
      if (!isInsideColleague(command.role) && command.named && !said(command.ground) && !hasWrittenConsent(file))
        return refuse('outside-needs-ground');
      return accept({ ...command, type: 'OutsideConsultationRecorded' });
    }
    case 'recordVeiligThuisContact':
      return command.contactAt > at
        ? refuse('in-the-future')
        : accept({ ...command, type: 'VeiligThuisContactRecorded' });
    case 'recordInjuryExpert':
      return command.on > today ? refuse('in-the-future') : accept({ ...command, type: 'InjuryExpertConsulted' });
    case 'recordConsent':
      if (command.on > today) return refuse('in-the-future');
      if (command.outcome === 'schriftelijk' && !said(command.keptAt)) return refuse('consent-needs-place');
      return accept({ ...command, type: 'ConsentRecorded' });
    case 'acceptSingleConsent':
      return Object.values(file.consult.consents).includes('schriftelijk')
        ? accept({ ...command, type: 'SingleConsentAccepted' })
        : refuse('consent-needed');
    case 'recordTeamDiscussion':
      return discusses(command, file, today);
    case 'informParent':
    case 'waiveInforming':
      return tells(command, file, by, today);
    case 'askSupport':
      return accept({ ...command, type: 'SupportAsked' });
  }
};
