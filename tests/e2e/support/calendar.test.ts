import { Calendar } from './calendar';

const calendars: Calendar[] = [];
const at = (moment: string): Calendar => {
  const calendar = new Calendar(() => Date.parse(moment));
  calendars.push(calendar);
  return calendar;
};
afterEach(() => calendars.splice(0).forEach((calendar) => calendar.remove()));

describe('a story is told on school days, whenever it is told', () => {
  test.each([
    ['in the morning', '2026-11-25T09:15:00Z', '2026-11-25', '10:15'],
    ['late in the afternoon', '2026-11-25T15:50:00Z', '2026-11-26', '08:30'],
    ['in the night', '2026-11-25T23:30:00Z', '2026-11-26', '08:30'],
    ['on a Saturday', '2026-11-28T10:00:00Z', '2026-11-30', '08:30'],
    ['at Christmas', '2026-12-25T10:00:00Z', '2026-12-28', '08:30'],
  ])('%s', (_when, moment, day, time) => {
    const calendar = at(moment);
    expect([calendar.day(), calendar.time]).toEqual([day, time]);
  });

  test('and put forward into a weekend it comes to the Monday after it', () => {
    const calendar = at('2026-11-25T16:20:00Z');
    calendar.goForward(9);
    expect([calendar.day(), calendar.time]).toEqual(['2026-12-07', '08:30']);
  });
});
