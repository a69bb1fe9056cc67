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
import { described, dutchDay, dutchMoment, yesNo, type Describing, type Description } from '../entry';

type Request = Extract<
  Step2Event,
  {
    type:
      | 'ConsultationRequested'
      | 'ConsultationSeen'
      | 'ConsultationAnswered'
      | 'ConsultationDeclined'
      | 'ConsultationWithdrawn';
  }
>;

/** A request to a colleague, from question to answer. */
const describeRequest = (event: Request, { nameOf }: Describing): Description => {
  switch (event.type) {
    case 'ConsultationRequested':
      return described(
        'Advies gevraagd aan een collega',
        ['Aan', `${nameOf(event.to)} (${roles[event.role].toLowerCase()})`],
        ['Vraag', event.question],
        ['Gedeeld', event.shared],
        ['Naam van de leerling genoemd', yesNo(event.named)],
        ['Reden om de naam te noemen', event.ground],
      );
    case 'ConsultationSeen':
      return described('Vraag gezien');
    case 'ConsultationAnswered':
      return described(
        'Advies gegeven',
        ['Herkent de zorgen', recognition[event.recognises]],
        ['Zelf gezien of gehoord', event.observations, 'uitspraak'],
        ['Andere verklaring', event.otherExplanation, 'mening'],
        ['Advies', event.advice, 'uitspraak'],
        ['Bereikbaar', event.reachable],
      );
    case 'ConsultationDeclined':
      return described('Kan niet antwoorden', ['Reden', event.reason]);
    case 'ConsultationWithdrawn':
      return described('Vraag ingetrokken', ['Reden', event.reason]);
  }
};

/** Step 2 in words: who was asked, what was said, and what the parent knows of it. */
export const describeStep2Consult = (event: Step2Event, words: Describing): Description => {
  switch (event.type) {
    case 'ConsultationRequested':
    case 'ConsultationSeen':
    case 'ConsultationAnswered':
    case 'ConsultationDeclined':
    case 'ConsultationWithdrawn':
      return describeRequest(event, words);
    case 'OutsideConsultationRecorded':
      return described(
        'Overleg vastgelegd',
        ['Met', `${event.withName} (${event.role === 'anders' ? 'iemand anders' : roles[event.role].toLowerCase()})`],
        ['Dag', dutchDay(event.on)],
        ['Hoe', consultContexts[event.context]],
        ['Naam van de leerling genoemd', yesNo(event.named)],
        ['Reden om de naam te noemen', event.ground],
        ['Besproken', event.content, 'uitspraak'],
        ['Advies', event.advice, 'uitspraak'],
      );
    case 'VeiligThuisContactRecorded':
      return described(
        'Contact met Veilig Thuis vastgelegd',
        ['Wanneer', dutchMoment(event.contactAt)],
        ['Met', event.spokeWith],
        ['Nummer bij Veilig Thuis', event.reference],
        ['Anoniem', yesNo(event.anonymous)],
        ['Advies', event.advice, 'uitspraak'],
        ['Nu meteen actie nodig', yesNo(event.immediateAction)],
        ['Eerste weging van Veilig Thuis', event.firstWeighing, 'uitspraak'],
        ['Risico’s van volgende stappen', event.risks, 'uitspraak'],
      );
    case 'InjuryExpertConsulted':
      return described(
        'Letseldeskundige gesproken',
        ['Dag', dutchDay(event.on)],
        ['Met', event.expert],
        ['Waar op het lichaam', event.where],
        ['Letsel', event.description],
        ['Uitkomst', event.outcome, 'uitspraak'],
      );
    case 'ConsentRecorded':
      return described(
        'Toestemming van een ouder vastgelegd',
        ['Ouder', event.parent],
        ['Wie het gezag heeft', custodies[event.custody]],
        ['Dag', dutchDay(event.on)],
        ['Waarvoor', event.purpose],
        ['Antwoord', consentOutcomes[event.outcome]],
        ['Het papier ligt', event.keptAt],
      );
    case 'SingleConsentAccepted':
      return described('Toestemming van één ouder geaccepteerd', ['Reden', event.reason]);
    case 'TeamDiscussed': {
      const name = event.team === 'schoolteam' ? words.teamNames.step3 : words.teamNames.step4;
      return described(
        'Besproken in een team',
        ['Team', `${teams[event.team]} (${name})`],
        ['Dag', dutchDay(event.on)],
        ['Open of anoniem', openness[event.mode]],
        ['Waarom anoniem', event.whyAnonymous],
        ['Mensen van buiten de school erbij', yesNo(event.outsiders)],
        ['Aanwezig', event.present],
        ['Hulpvraag', event.helpQuestion],
        ['Beoordeling', event.assessment, 'mening'],
        ['Aanpak', event.approach],
        ['Afspraken', event.agreements],
        ['Advies aan de leerkracht', event.adviceTeacher, 'uitspraak'],
        ['Advies aan de ouders', event.adviceParents, 'uitspraak'],
        ['Verdere hulp', event.furtherHelp],
        ['Indicaties', event.indications],
      );
    }
    case 'ParentInformed':
      return described(
        'Uitkomst verteld aan de ouder',
        ['Dag', dutchDay(event.on)],
        ['Verteld', event.content],
        ['Volgende stappen', event.nextSteps],
        ['Indicaties', event.indications],
      );
    case 'InformingWaived':
      return described(
        'Uitkomst niet verteld aan de ouder',
        ['Grond', waiverGrounds[event.ground]],
        ['Reden', event.reason],
      );
    case 'SupportAsked':
      return described(
        'Ondersteuning gevraagd',
        ['Bij', `Stap ${event.step}: ${stepText(event.step).short.toLowerCase()}`],
        ['Vraag', event.question],
      );
  }
};
