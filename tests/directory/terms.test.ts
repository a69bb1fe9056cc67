import { readDirectory } from '../../src/directory/directoryFile';
import { usualTerms } from '../../src/protocol/terms';

const file = (terms?: unknown) => ({
  tenantId: '90000000-0000-0000-0000-000000000009',
  board: {
    name: 'Stichting Voorbeeld',
    people: [{ aadObjectId: '80000000-0000-0000-0000-000000000008', name: 'Bo Bestuur', roles: ['bestuur'] }],
    ...(terms !== undefined && { terms }),
  },
  schools: [
    {
      id: 'de-linde',
      name: 'De Linde',
      subRegion: 'enschede',
      people: [{ aadObjectId: '20000000-0000-0000-0000-000000000002', name: 'Sil', roles: ['schoolleider'] }],
    },
  ],
});
const read = (terms?: unknown) => readDirectory(JSON.stringify(file(terms)), 'scholen.json');
const termsOf = (terms?: unknown) => {
  const result = read(terms);
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.directory.board.terms;
};
const problemOf = (terms: unknown): string => {
  const result = read(terms);
  return 'problems' in result ? result.problems.join('\n') : '';
};

describe('given what a board lays down about terms', () => {
  test('A-23: when it lays down nothing, then the usual terms hold', () => {
    expect(termsOf()).toEqual(usualTerms);
    expect(termsOf({})).toEqual(usualTerms);
  });

  test('A-23 R-106: when it lays down some, then those hold and the others stay as usual', () => {
    const vacations = [{ name: 'Herfstvakantie', from: '2026-10-10', until: '2026-10-18' }];
    expect(termsOf({ parentContactDays: 14, liberationDay: 'yearly', remindFrom: '09:00', vacations })).toEqual({
      ...usualTerms,
      parentContactDays: 14,
      liberationDay: 'yearly',
      remindFrom: '09:00',
      vacations: [{ from: '2026-10-10', until: '2026-10-18' }],
    });
  });

  test.each([
    [{ stalledDays: 0 }, 'board.terms.stalledDays: Dit is geen bruikbaar aantal dagen'],
    [{ stalledDays: 2.5 }, 'board.terms.stalledDays: Dit is geen bruikbaar aantal dagen'],
    [{ stalledDays: 10_000 }, 'board.terms.stalledDays: Dit is geen bruikbaar aantal dagen'],
    [{ remindFrom: '8.30' }, 'board.terms.remindFrom: Dit is geen tijd'],
    [{ remindFrom: '17:00', remindUntil: '08:00' }, 'board.terms.remindUntil: Deze tijd ligt niet na remindFrom'],
    [{ liberationDay: 'soms' }, 'board.terms.liberationDay: Kies yearly'],
    [{ vacations: [{ from: '2026-02-30', until: '2026-03-01' }] }, 'vacations[0].from: Dit is geen datum'],
    [{ vacations: [{ from: '2026-12-20', until: '2026-12-19' }] }, 'vacations[0].until: De laatste dag ligt vóór'],
    [{ feedbackWorkingDays: 10 }, 'board.terms: Onbekende sleutel: feedbackWorkingDays'],
  ])('A-14 A-23: when it lays down what can’t be, %j, then the line says where and what to do', (terms, line) => {
    expect(problemOf(terms)).toContain(line);
  });
});
