import { recognition } from '../../protocol/step2Consult';
import {
  atRisk,
  signatureStates,
  talkOutcomes,
  talkPartners,
  waiverGrounds,
  type Step3Event,
} from '../../protocol/step3Conversation';
import { described, dutchDay, dutchMoment, yesNo, type Describing, type Description } from '../entry';

/** Step 3 in words: the talk in the order in which it was held, the reaction before the interpretation. */
export const describeStep3Conversation = (event: Step3Event, words: Describing): Description => {
  switch (event.type) {
    case 'ConversationPlanned':
      return described(
        'Gesprek gepland',
        ['Met', talkPartners[event.with]],
        ['Wanneer', dutchMoment(event.talkAt)],
        ['Collega erbij', event.second && words.nameOf(event.second)],
      );
    case 'ConversationRecorded':
      return described(
        'Gesprek vastgelegd',
        ['Met', talkPartners[event.with]],
        ['Wanneer', dutchMoment(event.talkAt)],
        ['Waar', event.place],
        ['Aanwezig', event.present],
        ['Collega erbij', event.second],
        ['Waarom alleen', event.whyAlone],
        ['Doel', event.goal],
        ['Feiten', event.facts],
        ['Reactie', event.reaction, 'uitspraak'],
        ['Uitleg van school', event.interpretation, 'mening'],
        ['Herkent de zorgen', event.recognises && recognition[event.recognises], 'uitspraak'],
        ['Uitkomst', talkOutcomes[event.outcome], 'mening'],
        ['Afspraken', event.agreements],
        ['Kansen en oplossingen', event.opportunities, 'mening'],
        ['Advies voor de klas', event.adviceClass, 'mening'],
        ['Advies voor thuis', event.adviceHome, 'mening'],
        ['Woorden van het kind', event.childVoice, 'uitspraak'],
      );
    case 'SignatureRecorded':
      return described(
        'Handtekening bijgewerkt',
        ['Van', event.person],
        ['Stand', signatureStates[event.state]],
        ['Dag', dutchDay(event.on)],
        ['Bewaard bij', event.keptAt],
      );
    case 'ConversationWaived':
      return described(
        'Besloten: geen gesprek met de ouder',
        ['Grond', waiverGrounds[event.ground]],
        ['Niet veilig voor', event.atRisk.map((who) => atRisk[who].toLowerCase()).join(', ')],
        ['Reden', event.reason],
        ['Veilig Thuis om advies gevraagd', yesNo(event.veiligThuisConsulted)],
      );
  }
};
