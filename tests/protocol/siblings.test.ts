import { casemanager, given, ibEr, leader, otherTeacher, teacher } from './given';
import { fileLocked, planMade, recordSibling, siblingRecorded } from './laterSamples';
import { closed, opened, signal } from './samples';

const running = given(opened(), signal());
const noor = { name: 'Noor de Vries', school: 'de-linde' };

describe('given a case about a pupil with brothers and sisters', () => {
  test('R-027 R-170 R-208: when one is recorded, then who, where and since when is a fact, and the next gets a number of its own', () => {
    running.when(recordSibling(), teacher).then({ type: 'SiblingRecorded', sibling: 1, mends: false, ...noor });
    running
      .and(siblingRecorded())
      .when(recordSibling({ name: 'Daan', school: 'elders' }), ibEr)
      .then({ type: 'SiblingRecorded', sibling: 2, name: 'Daan', school: 'elders' });
  });

  test('I-04: when it is mended, then the new fact stands, and a child that did not belong here is left out and keeps its number', () => {
    const known = running.and(siblingRecorded());
    known
      .when(recordSibling({ sibling: 1, name: 'Noor', group: 'groep 4' }), teacher)
      .then({ type: 'SiblingRecorded', sibling: 1, mends: true, name: 'Noor' });
    const mistaken = known.when(recordSibling({ sibling: 1, mistaken: true }), leader).accepted();
    expect(mistaken.state().siblings).toEqual([]);
    mistaken.when(recordSibling({ sibling: 1 }), teacher).refused('no-such-entry');
    mistaken.when(recordSibling(), teacher).then({ type: 'SiblingRecorded', sibling: 2 });
  });

  test('A-29: then owner, leader and intern begeleider record it, also in a closed case, and nobody else', () => {
    for (const one of [teacher, ibEr, leader]) {
      running.when(recordSibling(), one).accepted();
      running.and(closed()).when(recordSibling(), one).accepted();
    }
    running.and(planMade()).when(recordSibling(), casemanager).refused('not-your-role');
    running.when(recordSibling(), otherTeacher).refused('no-such-case');
    running.and(fileLocked()).when(recordSibling(), leader).refused('no-such-case');
  });

  test('then nobody was born in the future', () => {
    running.when(recordSibling({ birthDate: '2027-01-01' }), teacher).refused('in-the-future');
  });
});
