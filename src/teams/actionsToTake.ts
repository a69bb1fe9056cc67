import type { ActionLists } from '../casefile/actionLists';
import type { Directory } from '../directory/directory';
import type { TakenAction } from '../dossier/figuresCsv';
import { actionRoles, actionStates, actionTopics, type ActionDoer } from '../protocol/actions';
import { roles, type SchoolId } from '../protocol/roles';
import { localDateOf, type Instant } from '../protocol/time';
import { actionsOn } from './actionPlace';
import type { FiguresView } from './figuresView';

/** What somebody is there, not who: names of colleagues stay in Teams. */
const roleOf = (directory: Directory, school: SchoolId, who: ActionDoer): string => {
  if ('role' in who) return actionRoles[who.role];
  const person = directory.person(who.person);
  const held = school === '' ? (person?.boardRoles ?? []) : directory.rolesAt(who.person, school);
  const [first] = held.length > 0 ? held : (person?.posts ?? []).flatMap((post) => post.roles);
  return first === undefined ? 'Oud-medewerker' : roles[first];
};

/**
 * The actions that go with the figures of a view: those agreed in that year, and those still open. What people wrote
 * about a change or a dropped action stays behind, for a file is read by more people than the list.
 */
export const actionsToTake = async (
  { directory, actions, now }: { directory: Directory; actions: Pick<ActionLists, 'read'>; now: () => Instant },
  { school, year }: FiguresView,
): Promise<readonly TakenAction[]> => {
  const schools = school === '' ? ['', ...directory.schools().map(({ id }) => id)] : [school];
  const all = await actionsOn(actions, schools, localDateOf(now()));
  return all
    .filter(({ list, action: { state } }) => list.year === year || (list.year < year && state === 'open'))
    .map(({ list, action: { what, topic, who, due, state, ended } }) => ({
      where: list.school === '' ? directory.board.name : (directory.school(list.school)?.name ?? ''),
      ...{ year: list.year, what, about: actionTopics[topic], who: roleOf(directory, list.school, who), until: due },
      state: actionStates[state],
      result: state === 'gedaan' ? (ended?.text ?? '') : '',
    }));
};
