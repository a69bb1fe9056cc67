import { farthestHold, reviewDay, usualRetention } from '../../src/protocol/retention';
import { maySeeFile } from '../../src/protocol/roles';
import { listingOf } from '../../src/protocol/listing';
import { termsOf, usualTerms } from '../../src/protocol/terms';
import { addMonths } from '../../src/protocol/time';
import { board, deputy, given, ibEr, leader, teacher, today, tomorrow } from './given';
import { monitoringAgreed, reportMade } from './laterSamples';
import {
  closed,
  destroyFile,
  destroyed,
  held,
  holdFile,
  movedToStaffExit,
  opened,
  pupilConcern,
  reopened,
  signal,
  staffConcern,
} from './samples';

const child = opened({ pupil: { name: 'Sam', birthDate: '2015-05-31' } });
const ended = given(child, signal(), closed({ at: '2024-11-20T10:00:00.000Z' }));
const fresh = given(child, signal(), closed());
const asked = destroyFile({ ground: 'verzoek' });

describe('given a closed case', () => {
  test('I-26: when the months of the board have passed, then it comes up for review by the leadership, and stays up', () => {
    expect(ended.terms('retention')).toMatchObject([{ day: '2026-11-20', who: [{ role: 'leiding' }] }]);
    const sixteen = { ...usualTerms, retention: { ...usualRetention, notBeforeAge: 16 } };
    expect(termsOf(ended.state(), sixteen).find(({ kind }) => kind === 'retention')?.day).toBe('2031-05-31');
    expect(given(child, signal()).terms('retention')).toEqual([]);
    expect(ended.and(reopened()).terms('retention')).toEqual([]);
  });

  test('I-26: when the month of the end is shorter, then it is its last day', () => {
    expect(addMonths('2024-08-31', 6)).toBe('2025-02-28');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
    expect(addMonths('2026-11-24', 24)).toBe('2028-11-24');
    expect(reviewDay(given().state(), usualRetention)).toBeUndefined();
  });

  test('I-26: when the term is not over, then its end is no ground, but somebody’s asking is', () => {
    fresh.when(destroyFile(), leader).refused('kept-until-later');
    fresh.when(asked, leader).then({ type: 'DestructionDecided', ground: 'verzoek', as: 'leider' });
    ended.when(destroyFile(), leader).then({ type: 'DestructionDecided', ground: 'termijn', months: 24 });
  });

  test('I-26: when it is held, then it is kept until that day, whatever the ground, and then asks again', () => {
    const kept = ended.when(holdFile({ until: '2027-06-01' }), leader).then({ type: 'FileHeld', until: '2027-06-01' });
    kept.when(destroyFile(), leader).refused('kept-until-later');
    kept.when(asked, leader).refused('kept-until-later');
    expect(kept.terms('retention')).toMatchObject([{ day: '2027-06-01' }]);
    kept.when(destroyFile(), leader, '2027-06-01T08:00:00.000Z').accepted();
  });

  test('I-26: when a hold has no reason, no day to come, or is longer than five years, then it is refused', () => {
    ended.when(holdFile({ reason: ' ' }), leader).refused('reason-needed');
    ended.when(holdFile({ until: today }), leader).refused('not-later');
    ended.when(holdFile({ until: farthestHold(today) }), leader).accepted();
    ended.when(holdFile({ until: addMonths(today, 61) }), leader).refused('held-too-long');
    ended.when(holdFile({ until: tomorrow }), leader).accepted();
  });

  test('I-26: when nobody looked at it first, or nothing says why, then it is not destroyed', () => {
    ended.when(destroyFile({ reviewed: false }), leader).refused('review-first');
    ended.when(destroyFile({ reason: '' }), leader).refused('reason-needed');
  });

  test('R-141 I-13: when its safety is still followed or Veilig Thuis still has to answer, then it is not destroyed', () => {
    given(child, monitoringAgreed(), closed()).when(asked, leader).refused('still-followed');
    given(child, reportMade(), closed()).when(asked, leader).refused('still-followed');
  });

  test('I-26: when somebody else than the leadership would, then it is not theirs; an open case is for nobody', () => {
    ended.when(destroyFile(), teacher).refused('not-your-role');
    ended.when(holdFile(), ibEr).refused('not-your-role');
    ended.when(destroyFile(), deputy).accepted();
    ended.when(destroyFile(), board).refused('no-such-case');
    given(child).when(destroyFile(), leader).refused('case-open');
  });
});

describe('given an exit that was closed', () => {
  const staff = given(staffConcern(), closed({ outcome: 'overgedragen', at: '2024-11-20T10:00:00.000Z' }));

  test('A-06 I-26: when it is about staff, then the board reviews it too, and no leader does when it is about one', () => {
    const who = [
      { role: 'leiding', except: 'accused' },
      { role: 'bestuur', except: 'accused' },
    ];
    expect(staff.terms('retention')).toMatchObject([{ who }]);
    staff.when(destroyFile(), board).then({ type: 'DestructionDecided', as: 'bestuur' });
    const about = given(staffConcern({ aboutLeader: true }), closed({ at: '2024-11-20T10:00:00.000Z' }));
    about.when(destroyFile(), leader).refused('no-such-case');
    expect(about.terms('retention')[0]?.who.some((to) => 'role' in to && to.role === 'leiding')).toBe(false);
    expect(given(opened(), movedToStaffExit(), closed()).terms('retention')).toHaveLength(1);
  });

  test('I-26: when it is between pupils, then the leadership reviews it', () => {
    expect(given(pupilConcern(), closed()).terms('retention')).toMatchObject([{ who: [{ role: 'leiding' }] }]);
  });
});

describe('given a case that somebody decided to destroy', () => {
  const gone = ended.and(held({ until: '2025-01-01' }), destroyed());

  test('I-24 I-26: then from that moment it exists for nobody, stands in no list and has no term', () => {
    for (const one of [teacher, leader, deputy, ibEr, board]) {
      expect(maySeeFile(one, gone.state())).toBe(false);
      gone.when(holdFile(), one).refused('no-such-case');
    }
    expect(listingOf(gone.state())).toEqual({ visibleTo: [], awaited: [] });
    expect(gone.terms()).toEqual([]);
  });
});
