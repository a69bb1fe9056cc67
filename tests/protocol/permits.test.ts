import type { CaseFile } from '../../src/protocol/caseFile';
import type { CommandType } from '../../src/protocol/decide';
import type { Refusal } from '../../src/protocol/decision';
import { permits, type Permit } from '../../src/protocol/permits';
import type { Actor, Standing } from '../../src/protocol/roles';
import { everyCommand } from './everyCommand';
import {
  board,
  casemanager,
  consulted,
  deputy,
  given,
  ibEr,
  leader,
  otherTeacher,
  stranger,
  teacher,
  type Given,
} from './given';
import {
  fileLocked,
  monitoringAgreed,
  parentReferred,
  planMade,
  reportDecided,
  reportMade,
  weighedForHelp,
} from './laterSamples';
import {
  asked,
  closed,
  consent,
  mapped,
  movedToStaffExit,
  opened,
  outsideConsultation,
  parentTalk,
  pupilConcern,
  signal,
  teamDiscussed,
} from './samples';

// The keys of the table are all verbs, by its type.
const verbs = Object.keys(permits) as CommandType[];
const workers = ['owner', 'leader', 'ibEr', 'casemanager', 'keeper'] as const;

/** The verbs that differ from "who works on the case, on an open case with steps". */
const special: Readonly<Record<string, readonly CommandType[]>> = {
  starts: ['openCase', 'reportStaffConcern', 'reportPupilConcern'],
  exits: ['recordConfidantAdvice', 'addFollowUp'],
  anyRoute: ['closeCase', 'reopenCase', 'correctEntry'],
  leaderOnly: ['acceptSingleConsent', 'confirmWeighing', 'requestTalk', 'transferFile', 'confirmReceipt', 'unlockFile'],
  consultedOnly: ['seeConsultation', 'answerConsultation', 'addToConsultation', 'declineConsultation'],
  keeping: ['holdFile', 'destroyFile'],
  casemanagerOnly: ['acceptCasemanagement', 'declineCasemanagement'],
  alsoClosed: [
    'recordEmergency',
    'recordVeiligThuisContact',
    'informParent',
    'waiveInforming',
    'recordSignature',
    'recordFeedback',
    'reportContinues',
    'recordArrival',
    'checkImprovement',
    'postponeTerm',
    'passOnTerm',
    'reassignOwner',
    'reassignCasemanager',
    'lockFile',
    'unlockFile',
    'recordSibling',
    'recordMonitoring',
    'transferFile',
    'confirmReceipt',
    'correctEntry',
  ],
};
const is = (group: string, verb: CommandType): boolean => special[group]?.includes(verb) ?? false;

const who = (verb: CommandType): readonly Standing[] => {
  if (is('starts', verb)) return ['member'];
  if (is('exits', verb)) return ['owner', 'leader', 'board', 'told'];
  if (is('anyRoute', verb)) return [...workers, 'board', 'told'];
  if (is('leaderOnly', verb)) return ['leader'];
  if (is('keeping', verb)) return ['leader', 'board'];
  if (is('consultedOnly', verb)) return ['consulted'];
  if (is('casemanagerOnly', verb)) return ['casemanager'];
  if (verb === 'recordEmergency') return ['member', ...workers];
  if (verb === 'recordSibling') return ['owner', 'leader', 'ibEr', 'keeper'];
  if (verb === 'lockFile') return ['leader', 'keeper'];
  if (verb === 'seeConcern') return ['leader', 'ibEr'];
  if (verb === 'reassignOwner') return ['owner', 'leader', 'ibEr'];
  if (verb === 'undoStart') return ['owner'];
  return verb === 'recordFeedback' ? [...workers, 'board'] : workers;
};
const kinds = (verb: CommandType): readonly CaseFile['kind'][] => {
  if (is('starts', verb)) return ['none'];
  if (is('exits', verb)) return ['medewerker', 'leerlingen'];
  if (is('anyRoute', verb) || is('keeping', verb)) return ['stappenplan', 'medewerker', 'leerlingen'];
  if (verb === 'recordEmergency') return ['none', 'stappenplan'];
  return verb === 'recordFeedback' ? ['stappenplan', 'medewerker'] : ['stappenplan'];
};
const when = (verb: CommandType): Permit['when'] => {
  if (verb === 'reopenCase' || is('keeping', verb)) return 'closed';
  return is('alsoClosed', verb) ? 'always' : 'open';
};

test.each(verbs)('A-29 R-057 I-16: given %s, then its row says who may do it, on which route, and when', (verb) => {
  const { who: may, kinds: on, when: at } = permits[verb];
  expect([...may].sort()).toEqual([...who(verb)].sort());
  expect([...on].sort()).toEqual([...kinds(verb)].sort());
  expect(at).toBe(when(verb));
});

test('A-26: given anything that reports danger, then no leader has to agree first', () => {
  for (const verb of [
    'makeReport',
    'recordEmergency',
    'recordVeiligThuisContact',
    'decideReport',
    'weighSafety',
  ] as const)
    expect(permits[verb].who).toEqual(expect.arrayContaining([...workers]));
});

/** A case with something in it for every verb. */
const full = given(
  ...[opened(), signal(), mapped(), outsideConsultation(), asked(), consent(), parentTalk()],
  ...[teamDiscussed({ team: 'schoolteam' }), ...weighedForHelp(), reportDecided(), reportMade()],
  ...[planMade(), parentReferred(), monitoringAgreed()],
);
const toldTeacher = pupilConcern({ told: otherTeacher.id });

/** What each person is to each of these files, written out by hand. */
type Place = { kind: CaseFile['kind']; story: Given; people: readonly (readonly [Actor, readonly Standing[]])[] };
const outsiders: readonly (readonly [Actor, readonly Standing[]])[] = [[stranger, []]];
const places: readonly Place[] = [
  {
    kind: 'none',
    story: given(),
    people: [...outsiders, ...[teacher, ibEr, leader, board].map((one): [Actor, Standing[]] => [one, ['member']])],
  },
  {
    kind: 'stappenplan',
    story: full,
    people: [
      ...outsiders,
      [board, []],
      [otherTeacher, []],
      [teacher, ['owner']],
      [leader, ['leader']],
      [deputy, ['leader']],
      [ibEr, ['ibEr']],
      [casemanager, ['casemanager']],
      [consulted, ['consulted']],
    ],
  },
  {
    kind: 'stappenplan',
    story: full.and(fileLocked()),
    people: [
      ...outsiders,
      [board, []],
      [leader, []],
      [deputy, []],
      [casemanager, []],
      [consulted, []],
      [teacher, ['owner', 'keeper']],
      [ibEr, ['leader', 'keeper', 'ibEr']],
    ],
  },
  {
    kind: 'medewerker',
    story: full.and(movedToStaffExit()),
    people: [
      ...outsiders,
      [{ id: 'accused', roles: ['schoolleider', 'bestuur'] }, []],
      [ibEr, []],
      [casemanager, []],
      [consulted, []],
      [teacher, ['owner']],
      [leader, ['leader']],
      [board, ['board']],
    ],
  },
  {
    kind: 'leerlingen',
    story: given(toldTeacher),
    people: [
      ...outsiders,
      [board, []],
      [ibEr, []],
      [teacher, ['owner']],
      [leader, ['leader']],
      [otherTeacher, ['told']],
    ],
  },
];

/** What stands in the way before the words of the command are looked at. */
const inTheWay = (
  verb: CommandType,
  kind: CaseFile['kind'],
  held: readonly Standing[],
  isClosed: boolean,
): Refusal | 'nothing' => {
  if (held.length === 0) return 'no-such-case';
  if (!kinds(verb).includes(kind)) {
    if (kind === 'none') return 'no-such-case';
    return kinds(verb).includes('stappenplan') ? 'steps-frozen' : 'already-answered';
  }
  if (!held.some((standing) => who(verb).includes(standing))) return 'not-your-role';
  if (isClosed && when(verb) === 'open') return 'case-closed';
  return !isClosed && when(verb) === 'closed' ? 'case-open' : 'nothing';
};
const ofPermits: readonly (Refusal | 'nothing')[] = [
  'no-such-case',
  'steps-frozen',
  'not-your-role',
  'case-closed',
  'case-open',
];

describe.each(verbs)('given %s', (verb) => {
  test.each(places)(
    'I-24 I-25 I-02 R-057: when anybody does it, on the route $kind, open or closed, then the table is followed',
    ({ kind, story, people }) => {
      const states = kind === 'none' ? [false] : [false, true];
      for (const [person, held] of people) {
        for (const isClosed of states) {
          const refusal = (isClosed ? story.and(closed()) : story).when(everyCommand[verb], person).refusal();
          const expected = inTheWay(verb, kind, held, isClosed);
          const told = { person: person.id, isClosed };
          if (expected === 'nothing')
            expect({ ...told, blocked: ofPermits.includes(refusal ?? 'nothing') }).toEqual({ ...told, blocked: false });
          else expect({ ...told, refusal }).toEqual({ ...told, refusal: expected });
        }
      }
    },
  );
});
