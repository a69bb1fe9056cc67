import { circle, type ExitEvent } from '../../protocol/exits';
import { described, yesNo, type Describing, type Description, type Row } from '../entry';

type Concern = Extract<ExitEvent, { type: 'StaffConcernReported' | 'MovedToStaffExit' }>;
type Lines = readonly Row[];

/** What was reported about a member of staff: who, as far as it was said, and what. */
const concernLines = ({ accused, accusedName, aboutLeader, what }: Concern, { t, nameOf }: Describing): Lines => [
  [t('Over'), accused && nameOf(accused)],
  [t('Over (naam niet in de lijst)'), accusedName],
  [t('Gaat het over de leiding'), yesNo(t, aboutLeader)],
  [t('Wat er is gezien of gehoord'), what],
];

/** The beginning of a case and the protocol's two exits, in words. */
export const describeExits = (event: ExitEvent, words: Describing): Description => {
  switch (event.type) {
    case 'CaseOpened':
      return described(
        words.t('Zaak begonnen'),
        [words.t('Zaaknummer'), event.number],
        [words.t('Leerling'), event.pupil.name],
        [words.t('Groep'), event.pupil.group],
        [words.t('Geboren'), event.pupil.birthDate && words.t.day(event.pupil.birthDate)],
        [words.t('Over wie gaat het vermoeden'), words.t(circle[event.about])],
        [words.t('Gezin'), event.family],
      );
    case 'StaffConcernReported':
      return described(
        words.t('Zorg over een medewerker gemeld'),
        [words.t('Zaaknummer'), event.number],
        ...concernLines(event, words),
      );
    case 'MovedToStaffExit':
      return described(
        words.t('De stappen zijn stopgezet: het gaat over een medewerker'),
        ...concernLines(event, words),
      );
    case 'PupilConcernReported':
      return described(
        words.t('Zorg tussen leerlingen gemeld'),
        [words.t('Zaaknummer'), event.number],
        [words.t('Gemeld aan'), words.nameOf(event.told)],
        [words.t('Wat er is gebeurd'), event.what],
      );
    case 'ConfidantAdviceRecorded':
      return described(
        words.t('Advies van een vertrouwenspersoon vastgelegd'),
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Advies'), event.advice, 'uitspraak'],
      );
    case 'FollowUpAdded':
      return described(
        words.t('Vervolg vastgelegd'),
        [words.t('Dag'), words.t.day(event.on)],
        [words.t('Wat er is gedaan'), event.text],
      );
  }
};
