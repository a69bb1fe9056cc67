import { recognition } from '../../protocol/step2Consult';
import {
  atRisk,
  signatureStates,
  talkOutcomes,
  talkPartners,
  waiverGrounds,
  type Step3Event,
} from '../../protocol/step3Conversation';
import { described, yesNo, type Describing, type Description } from '../entry';

/** Step 3 in words: the talk in the order in which it was held, the reaction before the interpretation. */
export const describeStep3Conversation = (event: Step3Event, words: Describing): Description => {
  switch (event.type) {
    case 'ConversationPlanned':
      return described(
        words.t('Gesprek gepland'),
        [words.t('Met'), words.t(talkPartners[event.with])],
        [words.t('Wanneer'), words.t.moment(event.talkAt)],
        [words.t('Collega erbij'), event.second && words.nameOf(event.second)],
      );
    case 'ConversationRecorded':
      return described(
        words.t('Gesprek vastgelegd'),
        [words.t('Met'), words.t(talkPartners[event.with])],
        [words.t('Wanneer'), words.t.moment(event.talkAt)],
        [words.t('Waar'), event.place],
        [words.t('Aanwezig'), event.present],
        [words.t('Collega erbij'), event.second],
        [words.t('Waarom alleen'), event.whyAlone],
        [words.t('Doel'), event.goal],
        [words.t('Feiten'), event.facts],
        [words.t('Reactie'), event.reaction, 'uitspraak'],
        [words.t('Uitleg van school'), event.interpretation, 'mening'],
        [words.t('Herkent de zorgen'), event.recognises && words.t(recognition[event.recognises]), 'uitspraak'],
        [words.t('Uitkomst'), words.t(talkOutcomes[event.outcome]), 'mening'],
        [words.t('Afspraken'), event.agreements],
        [words.t('Kansen en oplossingen'), event.opportunities, 'mening'],
        [words.t('Advies voor de klas'), event.adviceClass, 'mening'],
        [words.t('Advies voor thuis'), event.adviceHome, 'mening'],
        [words.t('Woorden van het kind'), event.childVoice, 'uitspraak'],
      );
    case 'SignatureRecorded':
      return described(
        words.t('Handtekening bijgewerkt'),
        [words.t('Van'), event.person],
        [words.t('Stand'), words.t(signatureStates[event.state])],
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Bewaard bij'), event.keptAt],
      );
    case 'ConversationWaived':
      return described(
        words.t('Besloten: geen gesprek met de ouder'),
        [words.t('Grond'), words.t(waiverGrounds[event.ground])],
        [words.t('Niet veilig voor'), event.atRisk.map((who) => words.t(atRisk[who]).toLowerCase()).join(', ')],
        [words.t('Reden'), event.reason],
        [words.t('Veilig Thuis om advies gevraagd'), yesNo(words.t, event.veiligThuisConsulted)],
      );
  }
};
