import { timeTravel } from '../../src/demo/timeTravel';

/** Friday 27 November 2026, a quarter past ten in the Netherlands. */
const friday = Date.parse('2026-11-27T09:15:00.000Z');
const travelled = (...lines: string[]) => {
  const { now, hear } = timeTravel(() => friday);
  const said = lines.map(hear);
  return { now: now(), said };
};

describe('given the clock of the demo', () => {
  test.each([
    ['tijdreis 1 werkdag', '2026-11-30T08:00:00.000Z'],
    ['tijdreis 5 werkdagen', '2026-12-04T08:00:00.000Z'],
    ['Tijdreis twee weken!', '2026-12-11T08:00:00.000Z'],
    ['  tijdreis 3 dagen ', '2026-11-30T08:00:00.000Z'],
    ['tijdreis 1 dag', '2026-11-30T08:00:00.000Z'],
    ['tijdreis 18 weken', '2027-04-02T07:00:00.000Z'],
  ])(
    'I-29: when somebody types ‘%s’, then it is nine in the morning on that day in the Netherlands',
    (line, moment) => {
      const { now, said } = travelled(line);
      expect(now).toBe(moment);
      expect(said[0]).toMatch(/^De klok van de demo staat nu op .*09:00/);
    },
  );

  test('when somebody travels twice, then the journeys add up', () => {
    expect(travelled('tijdreis 5 werkdagen', 'tijdreis 1 week').now).toBe('2026-12-11T08:00:00.000Z');
  });

  test.each(['tijdreis', 'tijdreis 0 dagen', 'tijdreis veel weken'])(
    'when ‘%s’ says no length, then it tells how, and stays where it is',
    (line) => {
      const { now, said } = travelled(line);
      expect(now).toBe(new Date(friday).toISOString());
      expect(said[0]).toContain('tijdreis 5 werkdagen');
    },
  );

  test('when somebody wants to travel very far, then it stays where it is', () => {
    const { now, said } = travelled('tijdreis 9999 dagen', 'tijdreis 60 weken');
    expect(now).toBe(new Date(friday).toISOString());
    expect(said.every((line) => line?.startsWith('Zo ver reis ik niet'))).toBe(true);
  });

  test.each(['ik maak me zorgen over Sam', 'mijn zaken', 'een tijdreis 5 dagen', 'tijdreis 5 jaar geleden', ''])(
    'when somebody types ‘%s’, then it is none of its business',
    (line) => {
      expect(travelled(line).said).toEqual([undefined]);
    },
  );
});
