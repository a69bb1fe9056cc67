import type { CaseFile } from './caseFile';
import { isKeeper, leadKeepers, type Lock } from './lock';

/** Object id of a person in the school's own directory (aadObjectId). */
export type PersonId = string;
export type SchoolId = string;

export const roles = {
  leerkracht: 'Leerkracht',
  'intern-begeleider': 'Intern begeleider',
  schoolleider: 'Schoolleider',
  'plaatsvervangend-schoolleider': 'Plaatsvervangend schoolleider',
  vertrouwenspersoon: 'Interne vertrouwenspersoon',
  jeugdverpleegkundige: 'Jeugdverpleegkundige',
  jeugdarts: 'Jeugdarts',
  bestuur: 'Bestuur',
  beheerder: 'Beheerder',
} as const;
export type Role = keyof typeof roles;

/** Protocol step 2: colleagues with whom the signals may be discussed. */
export const consultableRoles = [
  'intern-begeleider',
  'vertrouwenspersoon',
  'schoolleider',
  'plaatsvervangend-schoolleider',
  'leerkracht',
  'jeugdverpleegkundige',
  'jeugdarts',
] as const satisfies readonly Role[];

/** Outside the school: the pupil stays anonymous unless there is consent or another ground. */
export const isOutsideSchool = (role: Role): boolean => role === 'jeugdverpleegkundige' || role === 'jeugdarts';

/** A colleague inside the school with whom step 2 can be done; the board and the administrator are none. */
export const isInsideColleague = (role: Role | 'anders'): boolean =>
  consultableRoles.some((one) => one === role && !isOutsideSchool(one));

export const isLeaderRole = (role: Role): boolean =>
  role === 'schoolleider' || role === 'plaatsvervangend-schoolleider';
const leads = (held: readonly Role[]): boolean => held.some(isLeaderRole);

/** Stands behind a fact that no person recorded: the bot itself, which saw in the directory that somebody left. Nobody's id. */
export const theBot: PersonId = 'meldcode';

/**
 * Who acts, as the directory knows them at this moment.
 * `roles`: held at the school of the case (and on the board). `onlyLeader`: no other leader can confirm in their place.
 */
export type Actor = { id: PersonId; roles: readonly Role[]; onlyLeader?: boolean };

/** What somebody is to one case. */
export type Standing =
  'owner' | 'leader' | 'ibEr' | 'casemanager' | 'keeper' | 'consulted' | 'board' | 'told' | 'member';

const isAccused = (file: CaseFile, id: PersonId): boolean => file.exit?.accused === id;

/** Everything that somebody is to this case; empty means: for this person the case does not exist (I-24, I-25). */
export const standings = (actor: Actor, file: CaseFile): readonly Standing[] => {
  const { id, roles: held } = actor;
  if (held.length === 0) return [];
  if (file.kind === 'none') return ['member'];
  if (isAccused(file, id) || file.retention?.destroyed) return [];
  if (file.kind === 'medewerker') return staffExitStandings(actor, file);
  if (file.kind === 'leerlingen') return pupilExitStandings(actor, file);
  if (file.lock && id !== theBot && !isKeeper(file.lock, id)) return [];
  const found: Standing[] = file.lock ? keeperStandings(id, file.lock) : leads(held) ? ['leader'] : [];
  if (id === file.owner) found.unshift('owner');
  if (held.includes('intern-begeleider')) found.push('ibEr');
  if (id === file.plan?.casemanager) found.push('casemanager');
  if (Object.values(file.consultations).some((asked) => asked.to === id)) found.push('consulted');
  return found;
};

/** A case for two: what they are to it follows from having been named, and not from their post. */
const keeperStandings = (id: PersonId, lock: Lock): Standing[] =>
  id === theBot || leadKeepers(lock).some(({ person }) => person === id) ? ['leader', 'keeper'] : ['keeper'];

/** Nobody else can confirm in their place: the only leader at school, or the only one of the two with that part. */
export const confirmsAlone = ({ onlyLeader }: Actor, { lock }: CaseFile): boolean =>
  lock ? leadKeepers(lock).length === 1 : onlyLeader === true;

/** Exit staff: the reporter, the school's leaders unless they are the subject, and the board (I-01, A-06). */
const staffExitStandings = ({ id, roles: held }: Actor, file: CaseFile): Standing[] => {
  const found: Standing[] = [];
  if (id === file.owner) found.push('owner');
  if (leads(held) && !file.exit?.aboutLeader) found.push('leader');
  if (held.includes('bestuur')) found.push('board');
  return found;
};

/** Who hears of an exit about staff: never the accused, also not by a post they hold, and no leader when it is about one. */
export const staffExitCircle = ({ owner, exit }: CaseFile): readonly Recipient[] => {
  const accused = exit?.accused;
  const except = accused === undefined ? {} : { except: accused };
  return [
    ...(owner === accused ? [] : [{ person: owner }]),
    ...(exit?.aboutLeader ? [] : [{ role: 'leiding', ...except } as const]),
    { role: 'bestuur', ...except },
  ];
};

/** Exit pupils: the reporter, the school's leaders and the person who was told. */
const pupilExitStandings = ({ id, roles: held }: Actor, file: CaseFile): Standing[] => {
  const found: Standing[] = [];
  if (id === file.owner) found.push('owner');
  if (leads(held)) found.push('leader');
  if (file.exit?.told.includes(id)) found.push('told');
  return found;
};

const seesFile: Record<Standing, boolean> = {
  owner: true,
  leader: true,
  ibEr: true,
  casemanager: true,
  keeper: true,
  board: true,
  told: true,
  consulted: false,
  member: false,
};

/** Need to know: who may read the file itself (A-29, I-21). The board stands in no ordinary case. */
export const maySeeFile = (actor: Actor, file: CaseFile): boolean =>
  standings(actor, file).some((standing) => seesFile[standing]);

/** Those who read the file of a case, whoever else may be asked something about it. */
export type Reader = Exclude<Standing, 'consulted' | 'member'>;

/** By which standing people read this file now: what a card tells whoever writes in it. */
export const readersOf = (file: CaseFile): readonly Reader[] => {
  if (file.lock) return ['keeper'];
  const owner: readonly Reader[] = isAccused(file, file.owner) ? [] : ['owner'];
  switch (file.kind) {
    case 'none':
      return [];
    case 'stappenplan':
      return [...owner, 'leader', 'ibEr', ...(file.plan ? (['casemanager'] as const) : [])];
    case 'medewerker':
      return [...owner, ...(file.exit?.aboutLeader ? [] : (['leader'] as const)), 'board'];
    case 'leerlingen':
      return [...owner, 'leader', 'told'];
  }
};

/** Who may read who looked at the file (I-22): the leaders, and the board where it stands in the case. */
export const mayReadAccessLog = (actor: Actor, file: CaseFile): boolean =>
  standings(actor, file).some((standing) => standing === 'leader' || standing === 'board');

export const isLeaderOf = (actor: Actor, file: CaseFile): boolean => standings(actor, file).includes('leader');

/** A person or a post at the school of the case: how lists and notices are addressed. */
/**
 * `except`: the accused, who never hears of it although they hold the post. `beyondLock`: also when the case is for two;
 * they are told something to do, and nothing of the case.
 */
export type Recipient =
  { person: PersonId } | { role: 'leiding' | 'ibEr' | 'bestuur'; except?: PersonId; beyondLock?: true };
