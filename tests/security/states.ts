import type { CaseEvent } from '../../src/protocol/caseFile';
import type { Standing } from '../../src/protocol/roles';
import { caseFiles, plainly } from '../cards/caseFiles';
import { board, ibEr, leader, nurse, otherTeacher, teacher } from '../cards/context';
import { factsWith } from '../cards/everyFact';
import type { Sender } from '../support/insideBot';

const deputy = '5b8e3f06-4a7c-4d21-8c95-6f1a2e0d7b49';
const confidant = '6c0d9a57-2e8f-4b34-9f71-a3b5d7c8e06a';
/** Worked at De Linde when this case ran there; has a post at another school of the board now. */
const moved = '8e6a2c39-0d74-4f15-8b63-d9e1f5a7b24c';
/** Was consulted and led a plan; the directory does not know them any more. */
const former = '0c1d2e3f-4a5b-4c6d-8e7f-9a0b1c2d3e4f';
const otherTenant = '99999999-0000-4000-8000-000000000000';

/** Everybody who may try, as Teams names them. De Beuk is another school of the same board. */
export const players = {
  owner: { aadObjectId: teacher },
  otherTeacher: { aadObjectId: otherTeacher },
  ibEr: { aadObjectId: ibEr },
  leader: { aadObjectId: leader },
  deputy: { aadObjectId: deputy },
  confidant: { aadObjectId: confidant },
  nurse: { aadObjectId: nurse },
  board: { aadObjectId: board },
  administrator: { aadObjectId: 'c2f85d17-9e40-4b6a-a3d8-71e5b4c90f26' },
  leaderOfDeBeuk: { aadObjectId: '9f7b3d40-8e15-4a26-9c74-e0f2a6b8c35d' },
  movedToDeBeuk: { aadObjectId: moved },
  former: { aadObjectId: former },
  stranger: { aadObjectId: '9f9f9f9f-1111-4222-8333-444455556666' },
  ownersIdInOtherTenant: { aadObjectId: teacher, tenantId: otherTenant },
  leadersIdInOtherTenant: { aadObjectId: leader, tenantId: otherTenant },
} as const satisfies Record<string, Sender>;
export type Player = keyof typeof players;
// The keys of the table are the players by its type.
export const everyPlayer = Object.keys(players) as Player[];

const of = factsWith(plainly);
const files = caseFiles(plainly);
const asked = (consultation: string, to: string, role: 'leerkracht' | 'jeugdverpleegkundige'): CaseEvent => ({
  ...of.ConsultationRequested,
  ...{ consultation, to, role, named: role === 'leerkracht' },
});

/** A case in which everything is going on at once, and people came and went. */
const atWork: readonly CaseEvent[] = [
  ...files['a case with everything in it'].filter(({ type }) => type !== 'SingleConsentAccepted'),
  asked('c-10', otherTeacher, 'leerkracht'),
  asked('c-11', nurse, 'jeugdverpleegkundige'),
  asked('c-13', moved, 'leerkracht'),
  asked('c-14', former, 'leerkracht'),
  { ...of.ConsentRecorded, id: 'k-2', outcome: 'schriftelijk' },
  { ...of.PlanMade, id: 'plan-2', casemanager: former },
  { ...of.PlanMade, id: 'plan-3', casemanager: moved },
  { ...of.PlanMade, id: 'plan-4', casemanager: confidant },
];
const leaders: readonly Player[] = ['leader', 'deputy'];
const onSteps = {
  owner: ['owner'],
  leader: ['leader'],
  deputy: ['leader'],
  ibEr: ['ibEr'],
} satisfies Partial<Record<Player, readonly Standing[]>>;
const atWorkPeople = {
  ...onSteps,
  confidant: ['casemanager'],
  otherTeacher: ['consulted'],
  nurse: ['consulted'],
} satisfies Partial<Record<Player, readonly Standing[]>>;
const onExit = { owner: ['owner'], leader: ['leader'], deputy: ['leader'], board: ['board'] } satisfies Partial<
  Record<Player, readonly Standing[]>
>;

export type State = {
  name: string;
  kind: 'stappenplan' | 'medewerker' | 'leerlingen';
  status: 'open' | 'closed';
  events: readonly CaseEvent[];
  /** What each player is to this case, written out by hand; whoever is not named is nobody. */
  people: Partial<Record<Player, readonly Standing[]>>;
};
const inQuestion = { ...of.StaffConcernReported, accused: nurse };
const early = { ...onSteps, otherTeacher: ['consulted'] } satisfies State['people'];

export const states: readonly State[] = [
  { name: 'at work', kind: 'stappenplan', status: 'open', events: atWork, people: atWorkPeople },
  {
    name: 'just begun',
    kind: 'stappenplan',
    status: 'open',
    events: files['a case that was opened'],
    people: onSteps,
  },
  {
    name: 'waiting for the leader, and for another school that was given the file',
    kind: 'stappenplan',
    status: 'open',
    events: [...files['a case that waits for the leader'], of.FileTransferred],
    people: early,
  },
  {
    name: 'weighed again',
    kind: 'stappenplan',
    status: 'open',
    events: files['a case that is weighed again'],
    people: early,
  },
  {
    name: 'for two',
    kind: 'stappenplan',
    status: 'open',
    events: [
      ...files['a case that was opened'],
      ...[of.SignalRecorded, asked('c-10', teacher, 'leerkracht'), { ...of.PlanMade, casemanager: former }],
      of.FileLocked,
    ],
    people: { owner: ['owner', 'keeper', 'consulted'], leader: ['leader', 'keeper'] },
  },
  {
    name: 'closed',
    kind: 'stappenplan',
    status: 'closed',
    events: [...atWork, of.CaseClosed],
    people: atWorkPeople,
  },
  {
    name: 'about the nurse',
    kind: 'medewerker',
    status: 'open',
    events: [inQuestion, of.ConfidantAdviceRecorded, of.FollowUpAdded],
    people: onExit,
  },
  {
    name: 'about the leader',
    kind: 'medewerker',
    status: 'open',
    events: [{ ...inQuestion, aboutLeader: true, accused: leader }, of.FollowUpAdded],
    people: { owner: ['owner'], board: ['board'] },
  },
  {
    name: 'moved to the exit, about a colleague who was consulted',
    kind: 'medewerker',
    status: 'open',
    events: [...atWork, { ...of.MovedToStaffExit, accused: otherTeacher }],
    people: onExit,
  },
  {
    name: 'about a colleague, closed',
    kind: 'medewerker',
    status: 'closed',
    events: [inQuestion, { ...of.CaseClosed, outcome: 'overgedragen' }],
    people: onExit,
  },
  {
    name: 'between pupils',
    kind: 'leerlingen',
    status: 'open',
    events: [{ ...of.PupilConcernReported, told: otherTeacher }, of.FollowUpAdded],
    people: { owner: ['owner'], leader: ['leader'], deputy: ['leader'], otherTeacher: ['told'] },
  },
];

const sees: readonly Standing[] = ['owner', 'leader', 'ibEr', 'casemanager', 'keeper', 'board', 'told'];
export const standingIn = ({ people }: State, player: Player): readonly Standing[] => people[player] ?? [];
/** Need to know, by hand: a consulted colleague sees the question and the own answer, never the file. */
export const seesFileIn = (state: State, player: Player): boolean =>
  standingIn(state, player).some((standing) => sees.includes(standing));
export const isLeaderIn = (state: State, player: Player): boolean =>
  leaders.includes(player) && standingIn(state, player).includes('leader');
