import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  ageOn,
  easterSunday,
  instantOf,
  isLocalDate,
  isWorkingDay,
  localDateOf,
  localTimeOf,
  publicHolidays,
} from '../../src/protocol/time';

/** Days of this century and a bit before it, as text. */
const someDay = fc.integer({ min: 0, max: 45_000 }).map((days) => addDays('1990-01-01', days));
const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay();

describe('given the public holidays of the Netherlands (I-29)', () => {
  test.each([
    ['1961', '1961-04-02'],
    ['2000', '2000-04-23'],
    ['2008', '2008-03-23'],
    ['2011', '2011-04-24'],
    ['2024', '2024-03-31'],
    ['2026', '2026-04-05'],
    ['2027', '2027-03-28'],
    ['2038', '2038-04-25'],
  ])('I-29: then Easter of %s is on %s', (year, easter) => {
    expect(easterSunday(Number(year))).toBe(easter);
  });

  test('I-29: then 2026 has these days off, and no Liberation Day', () => {
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  test.each([
    ['2024-04-27', true],
    ['2025-04-26', true],
    ['2025-04-27', false],
    ['2031-04-26', true],
    ['2026-04-27', true],
  ])('I-29: then Koningsdag is the 27th, or the 26th when that is a Sunday: %s', (date, isHoliday) => {
    expect(publicHolidays(Number(date.slice(0, 4))).includes(date)).toBe(isHoliday);
  });

  test.each([
    ['2024-05-06', true],
    ['2025-05-05', false],
    ['2026-05-05', true],
    ['2027-05-05', true],
    ['2028-05-05', true],
    ['2031-05-05', true],
    ['2035-05-05', false],
    ['2045-05-05', false],
  ])('I-29: then Liberation Day is off once in five years: %s', (date, works) => {
    expect(isWorkingDay(date)).toBe(works);
  });

  test('I-29 A-14: then school holidays are ordinary working days', () => {
    expect(isWorkingDay('2026-07-22')).toBe(true);
    expect(isWorkingDay('2026-10-14')).toBe(true);
    expect(isWorkingDay('2026-12-24')).toBe(true);
  });
});

describe('given a number of working days', () => {
  test.each([
    ['2026-11-23', 5, '2026-11-30', 'over one weekend'],
    ['2026-11-27', 1, '2026-11-30', 'from Friday'],
    ['2026-11-28', 1, '2026-11-30', 'from Saturday'],
    ['2026-11-28', 5, '2026-12-04', 'from Saturday, the weekend does not count'],
    ['2026-04-02', 5, '2026-04-13', 'over Good Friday and Easter Monday'],
    ['2026-12-23', 5, '2026-12-31', 'over Christmas, the 26th a Saturday'],
    ['2026-12-31', 1, '2027-01-04', 'over New Year and a weekend'],
    ['2025-05-02', 1, '2025-05-06', 'over Liberation Day'],
    ['2026-05-13', 1, '2026-05-15', 'over Ascension Day'],
    ['2024-02-28', 1, '2024-02-29', 'into a leap day'],
    ['2026-11-23', 0, '2026-11-23', 'none'],
  ])('I-29: then %s and %i more is %s (%s)', (from, days, to) => {
    expect(addWorkingDays(from, days)).toBe(to);
  });

  test('I-29: given any day and any number, then the end is a working day with that many working days up to it', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const end = addWorkingDays(from, days);
        let counted = 0;
        for (let day = addDays(from, 1); day <= end; day = addDays(day, 1)) if (isWorkingDay(day)) counted += 1;
        expect([counted, isWorkingDay(end)]).toEqual([days, true]);
      }),
    );
  });

  test('I-29: given any day, then adding in two goes or in one comes to the same, and never ends in a weekend', () => {
    const few = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(someDay, few, few, (from, some, more) => {
        expect(addWorkingDays(addWorkingDays(from, some), more)).toBe(addWorkingDays(from, some + more));
        expect([0, 6]).not.toContain(weekday(addWorkingDays(from, some + 1)));
      }),
    );
  });
});

describe('given clocks in the Netherlands', () => {
  test.each([
    ['2026-11-24T22:59:00.000Z', '2026-11-24', '23:59', 'winter, a minute before midnight'],
    ['2026-11-24T23:00:00.000Z', '2026-11-25', '00:00', 'winter, midnight'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02', '00:00', 'summer, midnight'],
    ['2026-03-29T00:59:00.000Z', '2026-03-29', '01:59', 'the last minute of winter time'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '03:00', 'the first minute of summer time'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '02:30', 'half past two, the first time'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '02:30', 'half past two, the second time'],
  ])('I-29: then at %s they show %s %s (%s)', (instant, date, time) => {
    expect([localDateOf(instant), localTimeOf(instant)]).toEqual([date, time]);
  });

  test('I-29: then half past eight is an hour earlier in UTC in summer than in winter', () => {
    expect(instantOf('2026-03-28', '08:30')).toBe('2026-03-28T07:30:00.000Z');
    expect(instantOf('2026-03-29', '08:30')).toBe('2026-03-29T06:30:00.000Z');
    expect(instantOf('2026-10-24', '08:30')).toBe('2026-10-24T06:30:00.000Z');
    expect(instantOf('2026-10-25', '08:30')).toBe('2026-10-25T07:30:00.000Z');
  });

  test('I-29: then a time that daylight saving skips moves on an hour, and one that comes twice is one of the two', () => {
    expect(localTimeOf(instantOf('2026-03-29', '02:30'))).toBe('03:30');
    expect(localTimeOf(instantOf('2026-10-25', '02:30'))).toBe('02:30');
  });

  test('I-29: given any date and time that the clocks show, then its instant shows that date and time again', () => {
    fc.assert(
      fc.property(someDay, someTime, (date, time) => {
        const instant = instantOf(date, time);
        const skipped = localTimeOf(instant) !== time;
        if (skipped) expect([weekday(date), time.slice(0, 2), date.slice(5, 7)]).toEqual([0, '02', '03']);
        else expect([localDateOf(instant), localTimeOf(instant)]).toEqual([date, time]);
      }),
    );
  });

  test('I-29: given any whole minute, then the date and time it shows lead back to it, or to an hour beside it', () => {
    const minute = fc.integer({ min: 10_519_200, max: 66_000_000 });
    fc.assert(
      fc.property(minute, (minutes) => {
        const instant = new Date(minutes * 60_000).toISOString();
        const back = instantOf(localDateOf(instant), localTimeOf(instant));
        // Only in the hour that comes twice can it be the other of the two.
        const apart = Math.abs(Date.parse(back) - Date.parse(instant)) / 60_000;
        expect(apart === 0 || (apart === 60 && localTimeOf(instant).startsWith('02'))).toBe(true);
      }),
    );
  });
});

describe('given a birth date (I-15)', () => {
  test.each([
    ['2014-11-25', '2026-11-24', 11, 'the day before the twelfth birthday'],
    ['2014-11-24', '2026-11-24', 12, 'the twelfth birthday'],
    ['2010-11-25', '2026-11-24', 15, 'the day before the sixteenth birthday'],
    ['2010-11-24', '2026-11-24', 16, 'the sixteenth birthday'],
    ['2016-02-29', '2028-02-28', 11, 'born on a leap day, the day before'],
    ['2016-02-29', '2028-02-29', 12, 'born on a leap day, in a leap year'],
    ['2016-02-29', '2027-02-28', 10, 'born on a leap day, the last of February'],
    ['2016-02-29', '2027-03-01', 11, 'born on a leap day, the first of March'],
    ['2014-12-31', '2027-01-01', 12, 'over New Year'],
  ])('I-15: then born on %s one is on %s %i years old (%s)', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age);
  });
});

test.each([
  ['2026-02-28', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-04-31', false],
  ['24-11-2026', false],
  ['2026-1-1', false],
  ['2026-11-24T00:00', false],
  ['', false],
])('I-29: given %p, then it is a date or it is not', (text, isDate) => {
  expect(isLocalDate(text)).toBe(isDate);
});
