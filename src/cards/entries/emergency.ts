import { emergencyLines, type EmergencyEvent } from '../../protocol/emergency';
import { described, dutchMoment, yesNo, type Describing, type Description } from '../entry';

/** What was done in an emergency, in words. */
export const describeEmergency = (event: EmergencyEvent, _words: Describing): Description =>
  described(
    'Noodsituatie vastgelegd',
    ['Wanneer gebeld', dutchMoment(event.calledAt)],
    ['Wie belde', event.calledBy],
    ['Gebeld met', event.called.map((line) => emergencyLines[line]).join('; ')],
    ['Gesproken met', event.spokeWith],
    ['Afgesproken', event.agreed],
    ['Veilig Thuis: meteen actie nodig', yesNo(event.immediateAction)],
    ['In dit gesprek gemeld', yesNo(event.reported)],
  );
