import { stepText } from '../../protocol/meldcode';
import { roles } from '../../protocol/roles';
import {
  consentOutcomes,
  consultContexts,
  custodies,
  openness,
  recognition,
  teams,
  type Step2Event,
} from '../../protocol/step2Consult';
import { waiverGrounds } from '../../protocol/step3Conversation';
import { described, yesNo, type Describing, type Description } from '../entry';

type Request = Extract<
  Step2Event,
  {
    type:
      | 'ConsultationRequested'
      | 'ConsultationSeen'
      | 'ConsultationAnswered'
      | 'ConsultationAddedTo'
      | 'ConsultationDeclined'
      | 'ConsultationWithdrawn';
  }
>;

/** A request to a colleague, from question to answer. */
const describeRequest = (event: Request, { t, nameOf }: Describing): Description => {
  switch (event.type) {
    case 'ConsultationRequested':
      return described(
        t('Advies gevraagd aan een collega'),
        [t('Aan'), `${nameOf(event.to)} (${t(roles[event.role]).toLowerCase()})`],
        [t('Vraag'), event.question],
        [t('Gedeeld'), event.shared],
        [t('Naam van de leerling genoemd'), yesNo(t, event.named)],
        [t('Reden om de naam te noemen'), event.ground],
      );
    case 'ConsultationSeen':
      return described(t('Vraag gezien'));
    case 'ConsultationAnswered':
      return described(
        t('Advies gegeven'),
        [t('Herkent de zorgen'), t(recognition[event.recognises])],
        [t('Zelf gezien of gehoord'), event.observations, 'uitspraak'],
        [t('Andere verklaring'), event.otherExplanation, 'mening'],
        [t('Advies'), event.advice, 'uitspraak'],
        [t('Bereikbaar'), event.reachable],
      );
    case 'ConsultationAddedTo':
      return described(t('Advies aangevuld'), [t('Aanvulling'), event.addition, 'uitspraak']);
    case 'ConsultationDeclined':
      return described(t('Kan niet antwoorden'), [t('Reden'), event.reason]);
    case 'ConsultationWithdrawn':
      return described(t('Vraag ingetrokken'), [t('Reden'), event.reason]);
  }
};

/** Step 2 in words: who was asked, what was said, and what the parent knows of it. */
export const describeStep2Consult = (event: Step2Event, words: Describing): Description => {
  switch (event.type) {
    case 'ConsultationRequested':
    case 'ConsultationSeen':
    case 'ConsultationAnswered':
    case 'ConsultationAddedTo':
    case 'ConsultationDeclined':
    case 'ConsultationWithdrawn':
      return describeRequest(event, words);
    case 'OutsideConsultationRecorded':
      return described(
        words.t('Overleg vastgelegd'),
        [
          words.t('Met'),
          `${event.withName} (${event.role === 'anders' ? words.t('iemand anders') : words.t(roles[event.role]).toLowerCase()})`,
        ],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Hoe'), words.t(consultContexts[event.context])],
        [words.t('Naam van de leerling genoemd'), yesNo(words.t, event.named)],
        [words.t('Reden om de naam te noemen'), event.ground],
        [words.t('Besproken'), event.content, 'uitspraak'],
        [words.t('Advies'), event.advice, 'uitspraak'],
      );
    case 'VeiligThuisContactRecorded':
      return described(
        words.t('Contact met Veilig Thuis vastgelegd'),
        [words.t('Wanneer'), words.t.moment(event.contactAt)],
        [words.t('Met'), event.spokeWith],
        [words.t('Nummer bij Veilig Thuis'), event.reference],
        [words.t('Anoniem'), yesNo(words.t, event.anonymous)],
        [words.t('Advies'), event.advice, 'uitspraak'],
        [words.t('Nu meteen actie nodig'), yesNo(words.t, event.immediateAction)],
        [words.t('Eerste weging van Veilig Thuis'), event.firstWeighing, 'uitspraak'],
        [words.t('Risico’s van volgende stappen'), event.risks, 'uitspraak'],
      );
    case 'InjuryExpertConsulted':
      return described(
        words.t('Letseldeskundige gesproken'),
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Met'), event.expert],
        [words.t('Waar op het lichaam'), event.where],
        [words.t('Letsel'), event.description],
        [words.t('Uitkomst'), event.outcome, 'uitspraak'],
      );
    case 'ConsentRecorded':
      return described(
        words.t('Toestemming van een ouder vastgelegd'),
        [words.t('Ouder'), event.parent],
        [words.t('Wie het gezag heeft'), words.t(custodies[event.custody])],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Waarvoor'), event.purpose],
        [words.t('Antwoord'), words.t(consentOutcomes[event.outcome])],
        [words.t('Het papier ligt'), event.keptAt],
      );
    case 'SingleConsentAccepted':
      return described(words.t('Toestemming van één ouder geaccepteerd'), [words.t('Reden'), event.reason]);
    case 'TeamDiscussed': {
      const name = event.team === 'schoolteam' ? words.teamNames.step3 : words.teamNames.step4;
      return described(
        words.t('Besproken in een team'),
        [words.t('Team'), `${words.t(teams[event.team])} (${name})`],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Open of anoniem'), words.t(openness[event.mode])],
        [words.t('Waarom anoniem'), event.whyAnonymous],
        [words.t('Mensen van buiten de school erbij'), yesNo(words.t, event.outsiders)],
        [words.t('Aanwezig'), event.present],
        [words.t('Hulpvraag'), event.helpQuestion],
        [words.t('Beoordeling'), event.assessment, 'mening'],
        [words.t('Aanpak'), event.approach],
        [words.t('Afspraken'), event.agreements],
        [words.t('Advies aan de leerkracht'), event.adviceTeacher, 'uitspraak'],
        [words.t('Advies aan de ouders'), event.adviceParents, 'uitspraak'],
        [words.t('Verdere hulp'), event.furtherHelp],
        [words.t('Indicaties'), event.indications],
      );
    }
    case 'ParentInformed':
      return described(
        words.t('Uitkomst verteld aan de ouder'),
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Verteld'), event.content],
        [words.t('Volgende stappen'), event.nextSteps],
        [words.t('Indicaties'), event.indications],
      );
    case 'InformingWaived':
      return described(
        words.t('Uitkomst niet verteld aan de ouder'),
        [words.t('Grond'), words.t(waiverGrounds[event.ground])],
        [words.t('Reden'), event.reason],
      );
    case 'SupportAsked':
      return described(
        words.t('Ondersteuning gevraagd'),
        [
          words.t('Bij'),
          words.t('Stap {step}: {short}', {
            step: event.step,
            short: words.t(stepText(event.step).short).toLowerCase(),
          }),
        ],
        [words.t('Vraag'), event.question],
      );
  }
};
