import fc from 'fast-check';
import { isDigestTime, termsOf, usualTerms, type TermKind, type TermSettings } from '../../src/protocol/terms';
import { firstSchoolDay, firstWorkingDay, type Vacation } from '../../src/protocol/termSettings';
import { addDays, addWorkingDays, isWorkingDay, localTimeOf, publicHolidays } from '../../src/protocol/time';
import { given } from './given';
import { monitoringAgreed, parentReferred, planMade, reportMade } from './laterSamples';
import { asked, opened, signal } from './samples';

const someDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('2000-01-01', days));
const someLiberationDay = fc.constantFrom('yearly', 'lustrum' as const);
const someVacation: fc.Arbitrary<Vacation> = fc
  .tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 45 }))
  .map(([start, length]) => {
    const from = addDays('2000-01-01', start);
    return { from, until: addDays(from, length) };
  });
const few = fc.integer({ min: 0, max: 25 });

describe('given Liberation Day as the board has it', () => {
  test.each([
    ['lustrum', '2026-05-05', true],
    ['yearly', '2026-05-05', false],
    ['lustrum', '2025-05-05', false],
    ['yearly', '2025-05-05', false],
  ] as const)('I-29 A-23: when it is a day off %s, then work on %s is %s', (liberationDay, day, works) => {
    expect(isWorkingDay(day, liberationDay)).toBe(works);
  });

  test('I-29: when it is off every year, then one working day after Monday 4 May 2026 is the Wednesday', () => {
    expect(addWorkingDays('2026-05-04', 1, 'yearly')).toBe('2026-05-06');
    expect(addWorkingDays('2026-05-04', 1, 'lustrum')).toBe('2026-05-05');
  });

  test('I-13 A-14: then the five working days of Veilig Thuis are not the board’s to make longer', () => {
    const story = given(opened(), signal(), reportMade({ reportedAt: '2026-04-29T10:00:00.000Z' }));
    const due = (settings: TermSettings) =>
      termsOf(story.state(), settings).find(({ kind }) => kind === 'feedback')?.day;
    expect(due({ ...usualTerms, liberationDay: 'yearly' })).toBe(due(usualTerms));
  });
});

describe('given any calendar, when working days are counted', () => {
  test('I-29: then a later start never ends earlier, and more days never end earlier', () => {
    fc.assert(
      fc.property(someDay, few, few, someLiberationDay, (from, ahead, days, liberation) => {
        const end = addWorkingDays(from, days, liberation);
        expect(addWorkingDays(addDays(from, ahead), days, liberation) >= end).toBe(true);
        expect(addWorkingDays(from, days + 1, liberation) > end).toBe(true);
      }),
    );
  });

  test('I-29: then some and then more is the same as all at once', () => {
    fc.assert(
      fc.property(someDay, few, few, someLiberationDay, (from, some, more, liberation) => {
        const inTwo = addWorkingDays(addWorkingDays(from, some, liberation), more, liberation);
        expect(inTwo).toBe(addWorkingDays(from, some + more, liberation));
      }),
    );
  });

  test('I-29: then the end is never a Saturday, a Sunday or a public holiday', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), someLiberationDay, (from, days, liberation) => {
        const end = addWorkingDays(from, days, liberation);
        expect([0, 6]).not.toContain(new Date(end).getUTCDay());
        expect(publicHolidays(Number(end.slice(0, 4)), liberation)).not.toContain(end);
      }),
    );
  });

  test('I-29: then five working days take five days or more, and with every holiday never more than seventeen', () => {
    fc.assert(
      fc.property(someDay, someLiberationDay, (from, liberation) => {
        const length = (Date.parse(addWorkingDays(from, 5, liberation)) - Date.parse(from)) / 86_400_000;
        expect(length).toBeGreaterThanOrEqual(5);
        expect(length).toBeLessThanOrEqual(17);
      }),
    );
  });

  test('I-29: then the first school day is never before the day asked, never off, never in a holiday, and nearest', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.array(someVacation, { maxLength: 4 }),
        someLiberationDay,
        (day, vacations, liberationDay) => {
          const off = (one: string): boolean =>
            !isWorkingDay(one, liberationDay) || vacations.some(({ from, until }) => from <= one && one <= until);
          const found = firstSchoolDay(day, { vacations, liberationDay });
          expect(found >= day && !off(found)).toBe(true);
          for (let between = day; between < found; between = addDays(between, 1)) expect(off(between)).toBe(true);
          expect(firstWorkingDay(day, { liberationDay }) <= found).toBe(true);
        },
      ),
    );
  });
});

describe('given days on which nobody is at school', () => {
  const dueOf = (kind: TermKind, story: ReturnType<typeof given>, settings: Partial<TermSettings> = {}) =>
    termsOf(story.state(), { ...usualTerms, ...settings })
      .filter((term) => term.kind === kind)
      .map(({ day, due }) => [day, due]);
  const start = given(opened(), signal());

  test('I-29: when a term falls in a weekend, then it keeps its day and the reminder comes on Monday', () => {
    const looks = start.and(monitoringAgreed({ next: '2026-12-05', until: '2027-03-01' }));
    expect(dueOf('monitoring', looks)).toEqual([['2026-12-05', '2026-12-07T07:30:00.000Z']]);
  });

  test('I-29: when Koningsdag is on Saturday 26 April because the 27th is a Sunday, then the Monday after is a working day', () => {
    const looks = start.and(monitoringAgreed({ next: '2025-04-26', until: '2025-06-01' }));
    expect(dueOf('monitoring', looks)).toEqual([['2025-04-26', '2025-04-28T06:30:00.000Z']]);
    // In 2036 the 27th is a Sunday again: Saturday the 26th, and Monday the 28th is worked.
    expect(isWorkingDay('2036-04-28')).toBe(true);
    expect(publicHolidays(2036)).toContain('2036-04-26');
  });

  test('I-29: when a term falls on Koningsdag or the day school has Liberation Day off, then the next day reminds', () => {
    const king = start.and(monitoringAgreed({ next: '2026-04-27', until: '2026-06-01' }));
    expect(dueOf('monitoring', king)).toEqual([['2026-04-27', '2026-04-28T06:30:00.000Z']]);
    const freed = start.and(monitoringAgreed({ next: '2026-05-05', until: '2026-06-01' }));
    expect(dueOf('monitoring', freed, { liberationDay: 'yearly' })).toEqual([
      ['2026-05-05', '2026-05-06T06:30:00.000Z'],
    ]);
    expect(dueOf('monitoring', freed)).toEqual([['2026-05-05', '2026-05-05T06:30:00.000Z']]);
  });

  test('I-29: when clocks change in the weekend between, then people are still reminded at half past eight', () => {
    const spring = start.and(reportMade({ reportedAt: '2026-03-26T10:00:00.000Z' }));
    expect(dueOf('feedback', spring)).toEqual([['2026-04-02', '2026-04-02T06:30:00.000Z']]);
    const autumn = start.and(reportMade({ reportedAt: '2026-10-22T10:00:00.000Z' }));
    expect(dueOf('feedback', autumn)).toEqual([['2026-10-29', '2026-10-29T07:30:00.000Z']]);
    for (const day of ['2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26'])
      for (const [, due] of dueOf('monitoring', start.and(monitoringAgreed({ next: day, until: '2027-01-01' }))))
        expect(localTimeOf(due ?? '')).toBe('08:30');
  });

  test('I-29: when two weeks run over 29 February, then the leap day counts as a day', () => {
    const referred = (on: string) => start.and(parentReferred({ on }));
    expect(dueOf('arrival', referred('2028-02-22'))).toEqual([['2028-03-07', '2028-03-07T07:30:00.000Z']]);
    expect(dueOf('arrival', referred('2027-02-22'))).toEqual([['2027-03-08', '2027-03-08T07:30:00.000Z']]);
    expect(dueOf('monitoring', start.and(monitoringAgreed({ next: '2028-02-29', until: '2028-06-01' })))).toEqual([
      ['2028-02-29', '2028-02-29T07:30:00.000Z'],
    ]);
  });

  const vacations = [{ from: '2026-12-19', until: '2027-01-03' }];
  test('A-14: when a holiday begins, then reminders of the school’s own work wait until school is in again', () => {
    const waiting = given(opened(), signal(), asked({ at: '2026-12-17T09:00:00.000Z' }));
    expect(dueOf('unanswered', waiting, { vacations })).toEqual([['2026-12-21', '2027-01-04T07:30:00.000Z']]);
    expect(dueOf('interimTalk', start.and(planMade({ interim: '2026-12-22' })), { vacations })).toEqual([
      ['2026-12-22', '2027-01-04T07:30:00.000Z'],
    ]);
  });

  test('A-14 R-141 R-138: when a holiday begins, then safety, Veilig Thuis and the effect date do not wait for it', () => {
    const busy = start.and(
      reportMade({ reportedAt: '2026-12-18T09:00:00.000Z' }),
      monitoringAgreed({ next: '2026-12-22' }),
      planMade({ until: '2026-12-23' }),
    );
    expect(dueOf('feedback', busy, { vacations })).toEqual([['2026-12-28', '2026-12-28T07:30:00.000Z']]);
    expect(dueOf('monitoring', busy, { vacations })).toEqual([['2026-12-22', '2026-12-22T07:30:00.000Z']]);
    expect(dueOf('result', busy, { vacations })).toEqual([['2026-12-23', '2026-12-23T07:30:00.000Z']]);
  });
});

describe('given the line in the morning about what waits', () => {
  const autumn = { ...usualTerms, vacations: [{ from: '2026-10-10', until: '2026-10-18' }] };
  test.each([
    ['2026-11-24T07:29:00.000Z', false, 'a Tuesday, before half past eight'],
    ['2026-11-24T07:30:00.000Z', true, 'half past eight in winter'],
    ['2026-06-16T06:30:00.000Z', true, 'half past eight in summer'],
    ['2026-11-24T09:29:00.000Z', true, 'almost half past ten'],
    ['2026-11-24T09:30:00.000Z', false, 'half past ten: the day is well under way'],
    ['2026-11-28T07:45:00.000Z', false, 'a Saturday'],
    ['2026-03-29T06:45:00.000Z', false, 'the Sunday on which clocks change'],
    ['2026-03-30T06:45:00.000Z', true, 'the Monday after it, in summer time'],
    ['2026-04-27T06:45:00.000Z', false, 'Koningsdag'],
    ['2028-02-29T07:45:00.000Z', true, 'a leap day, a Tuesday'],
    ['2026-10-13T06:45:00.000Z', false, 'in the autumn holiday'],
    ['2026-10-19T06:45:00.000Z', true, 'the first day after it'],
  ])('I-29 A-23: at %s it is %s that people hear it (%s)', (at, hears) => {
    expect(isDigestTime(at, autumn)).toBe(hears);
  });

  test('A-23: when a board lets nobody be reminded so long, then it ends earlier', () => {
    const short = { ...usualTerms, remindFrom: '08:00', remindUntil: '09:00' };
    expect(isDigestTime('2026-11-24T07:59:00.000Z', short)).toBe(true);
    expect(isDigestTime('2026-11-24T08:00:00.000Z', short)).toBe(false);
  });
});
