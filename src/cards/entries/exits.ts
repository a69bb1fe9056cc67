import { circle, type ExitEvent } from '../../protocol/exits';
import { described, dutchDay, yesNo, type Describing, type Description, type Row } from '../entry';

type Concern = Extract<ExitEvent, { type: 'StaffConcernReported' | 'MovedToStaffExit' }>;
type Lines = readonly Row[];

/** What was reported about a member of staff: who, as far as it was said, and what. */
const concernLines = ({ accused, accusedName, aboutLeader, what }: Concern, { nameOf }: Describing): Lines => [
  ['Over', accused && nameOf(accused)],
  ['Over (naam niet in de lijst)', accusedName],
  ['Gaat het over de leiding', yesNo(aboutLeader)],
  ['Wat er is gezien of gehoord', what],
];

/** The beginning of a case and the protocol's two exits, in words. */
export const describeExits = (event: ExitEvent, words: Describing): Description => {
  switch (event.type) {
    case 'CaseOpened':
      return described(
        'Zaak begonnen',
        ['Zaaknummer', event.number],
        ['Leerling', event.pupil.name],
        ['Groep', event.pupil.group],
        ['Geboren', event.pupil.birthDate && dutchDay(event.pupil.birthDate)],
        ['Over wie gaat het vermoeden', circle[event.about]],
        ['Gezin', event.family],
      );
    case 'StaffConcernReported':
      return described('Zorg over een medewerker gemeld', ['Zaaknummer', event.number], ...concernLines(event, words));
    case 'MovedToStaffExit':
      return described('De stappen zijn stopgezet: het gaat over een medewerker', ...concernLines(event, words));
    case 'PupilConcernReported':
      return described(
        'Zorg tussen leerlingen gemeld',
        ['Zaaknummer', event.number],
        ['Gemeld aan', words.nameOf(event.told)],
        ['Wat er is gebeurd', event.what],
      );
    case 'ConfidantAdviceRecorded':
      return described(
        'Advies van een vertrouwenspersoon vastgelegd',
        ['Dag', dutchDay(event.on)],
        ['Advies', event.advice, 'uitspraak'],
      );
    case 'FollowUpAdded':
      return described('Vervolg vastgelegd', ['Dag', dutchDay(event.on)], ['Wat er is gedaan', event.text]);
  }
};
