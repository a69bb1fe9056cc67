import type { CaseFile } from '../caseFile';
import { reportedSince, unsafe } from '../duty';
import { isInsideColleague } from '../roles';
import { type ConsultationState, type Consent, type Step2Event, type ConsultState, contacted } from '../step2Consult';
import type { LocalDate } from '../time';

/** A paper that is asked for again does not move the day since which it stands; a withdrawal ends it. */
const sinceWhen = (known: Readonly<Record<string, LocalDate>>, { parent, outcome, on }: Consent) => {
  const { [parent]: before, ...others } = known;
  return outcome === 'schriftelijk' ? { ...others, [parent]: before && before < on ? before : on } : others;
};

export const rememberConsult = (file: CaseFile, event: Step2Event): CaseFile => {
  const { consult, consultations } = file;
  const now = (change: Partial<ConsultState>): CaseFile => ({ ...file, consult: { ...consult, ...change } });
  const moved = (id: string, state: ConsultationState): CaseFile => {
    const asked = consultations[id];
    return asked ? { ...file, consultations: { ...consultations, [id]: { ...asked, state } } } : file;
  };
  switch (event.type) {
    case 'ConsultationRequested': {
      const { to, role, at } = event;
      return {
        ...file,
        consultations: { ...consultations, [event.consultation]: { to, role, state: 'verzonden', askedAt: at } },
      };
    }
    case 'ConsultationSeen':
      return moved(event.consultation, 'gezien');
    case 'ConsultationAnswered':
      return moved(event.consultation, 'beantwoord');
    case 'ConsultationDeclined':
      return moved(event.consultation, 'afgewezen');
    case 'ConsultationWithdrawn':
      return moved(event.consultation, 'ingetrokken');
    case 'OutsideConsultationRecorded': {
      return isInsideColleague(event.role)
        ? now({ outside: consult.outside + 1 })
        : now({ external: consult.external + 1 });
    }
    case 'VeiligThuisContactRecorded': {
      const spoken = now({
        veiligThuis: { ...contacted(consult.veiligThuis, event.contactAt), ...(event.risks && { risks: event.risks }) },
      });
      // Veilig Thuis says that action is needed at once. Then a melding is owed, unless this contact was about one.
      return event.immediateAction && !reportedSince(file, event.contactAt) ? unsafe(spoken, event.at) : spoken;
    }
    case 'InjuryExpertConsulted':
      return now({ injuryExperts: consult.injuryExperts + 1 });
    case 'ConsentRecorded': {
      const refused = event.outcome === 'geweigerd';
      return now({
        custody: event.custody === 'onbekend' ? consult.custody : event.custody,
        consents: { ...consult.consents, [event.parent]: event.outcome },
        consentSince: sinceWhen(consult.consentSince ?? {}, event),
        refusals: refused
          ? [...consult.refusals, { id: event.id, parent: event.parent, on: event.on }]
          : consult.refusals,
      });
    }
    case 'SingleConsentAccepted':
      return now({ singleConsentAccepted: true });
    case 'TeamDiscussed':
      return now({
        teamDiscussions: consult.teamDiscussions + 1,
        toTell: [...consult.toTell, { about: event.id, of: event.team, on: event.on }],
      });
    case 'ParentInformed':
    case 'InformingWaived':
      return now({ toTell: consult.toTell.filter(({ about }) => about !== event.about) });
    // The request stays answered; what was added stands beside the answer.
    case 'ConsultationAddedTo':
    case 'SupportAsked':
      return file;
  }
};
