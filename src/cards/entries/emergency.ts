import { emergencyLines, type EmergencyEvent } from '../../protocol/emergency';
import { described, yesNo, type Describing, type Description } from '../entry';

/** What was done in an emergency, in words. */
export const describeEmergency = (event: EmergencyEvent, words: Describing): Description =>
  described(
    words.t('Noodsituatie vastgelegd'),
    [words.t('Wanneer gebeld'), words.t.moment(event.calledAt)],
    [words.t('Wie belde'), event.calledBy],
    [words.t('Gebeld met'), event.called.map((line) => words.t(emergencyLines[line])).join('; ')],
    [words.t('Gesproken met'), event.spokeWith],
    [words.t('Afgesproken'), event.agreed],
    [words.t('Veilig Thuis: meteen actie nodig'), yesNo(words.t, event.immediateAction)],
    [words.t('In dit gesprek gemeld'), yesNo(words.t, event.reported)],
  );
