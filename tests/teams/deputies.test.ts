import { readDirectory } from '../../src/directory/directoryFile';
import { emptyCase, type CaseFile } from '../../src/protocol/caseFile';
import { maySeeFile } from '../../src/protocol/roles';
import { given } from '../protocol/given';
import { planMade } from '../protocol/laterSamples';
import { opened } from '../protocol/samples';
import { actorAt, keysOf, peopleBehind, remindedBehind } from '../../src/teams/people';

const id = (digit: number) => `${digit}0000000-0000-0000-0000-00000000000${digit}`;
const [ibEr, teacher, leader, standIn, board] = [id(1), id(2), id(3), id(4), id(8)];

const schoolWhere = (away: { ibEr?: boolean; leader?: boolean; deputies?: boolean }) => {
  const deputy = away.deputies === false ? {} : { deputy: standIn };
  const people = [
    { aadObjectId: ibEr, name: 'Ilse', roles: ['intern-begeleider'], absent: away.ibEr ?? false, ...deputy },
    { aadObjectId: teacher, name: 'Marieke', roles: ['leerkracht'] },
    { aadObjectId: leader, name: 'Jeroen', roles: ['schoolleider'], absent: away.leader ?? false, ...deputy },
    { aadObjectId: standIn, name: 'Vera', roles: ['leerkracht'] },
  ];
  const read = readDirectory(
    JSON.stringify({
      tenantId: id(9),
      board: { name: 'Stichting', people: [{ aadObjectId: board, name: 'Bo', roles: ['bestuur'] }] },
      schools: [{ id: 'de-linde', name: 'De Linde', subRegion: 'enschede', people }],
    }),
  );
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return read.directory;
};
const file: CaseFile = { ...emptyCase, kind: 'stappenplan', schoolId: 'de-linde', owner: teacher };

describe('given an intern begeleider or leader who is away', () => {
  test('R-003 R-123: when a deputy is named, then the deputy is asked in their place', () => {
    const directory = schoolWhere({ ibEr: true, leader: true });
    expect(peopleBehind(directory, file, { role: 'ibEr' }, teacher)).toEqual([standIn]);
    expect(peopleBehind(directory, file, { role: 'leiding' }, teacher)).toEqual([standIn]);
  });

  test('A-29: then the deputy sees the file and finds it in the lists, and only as long as they are away', () => {
    const sees = (directory: ReturnType<typeof schoolWhere>): boolean =>
      maySeeFile(actorAt(directory, standIn, 'de-linde'), file);
    const away = schoolWhere({ ibEr: true });
    expect(sees(away)).toBe(true);
    expect(actorAt(away, standIn, 'de-linde').roles).toEqual(['leerkracht', 'intern-begeleider']);
    const vera = away.person(standIn);
    expect(vera && keysOf(away, vera)).toContain('role:de-linde:ibEr');
    expect(sees(schoolWhere({}))).toBe(false);
  });

  test('R-003: when nobody stands in, then the leadership hears what the intern begeleider would, and never nobody', () => {
    const directory = schoolWhere({ ibEr: true, deputies: false });
    expect(peopleBehind(directory, file, { role: 'ibEr' }, teacher)).toEqual([leader]);
    const allAway = schoolWhere({ ibEr: true, leader: true, deputies: false });
    expect(peopleBehind(allAway, file, { role: 'leiding' }, teacher)).toEqual([leader]);
  });

  test('R-003: when they are there, then they are asked themselves', () => {
    const directory = schoolWhere({});
    expect(peopleBehind(directory, file, { role: 'ibEr' }, teacher)).toEqual([ibEr]);
    expect(peopleBehind(directory, file, { role: 'leiding' }, teacher)).toEqual([leader]);
  });
});

describe('given a reminder for whoever works on a case', () => {
  const plan = given(opened(), planMade({ casemanager: ibEr })).state().plan;
  const helped: CaseFile = { ...file, ...(plan && { plan }) };
  test('R-003: when that person is away, then they are reminded, and the leadership too', () => {
    const away = schoolWhere({ ibEr: true, deputies: false });
    expect(remindedBehind(away, helped, { person: ibEr })).toEqual([ibEr, leader]);
    expect(remindedBehind(away, file, { person: ibEr })).toEqual([ibEr]); // a colleague who was only asked
    const bothAway = schoolWhere({ ibEr: true, leader: true });
    expect(remindedBehind(bothAway, helped, { person: ibEr })).toEqual([ibEr, standIn]);
  });

  test('R-003: when that person left the school, then the leadership is reminded', () => {
    const left = { ...file, owner: id(7) };
    expect(remindedBehind(schoolWhere({}), left, { person: id(7) })).toContain(leader);
  });

  test('R-003: when they are there, then nobody else is reminded', () => {
    expect(remindedBehind(schoolWhere({}), helped, { person: ibEr })).toEqual([ibEr]);
    expect(remindedBehind(schoolWhere({}), file, { person: teacher })).toEqual([teacher]);
  });
});
