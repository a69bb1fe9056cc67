import { randomUUID } from 'node:crypto';
import type { ActionLists } from '../casefile/actionLists';
import type { Statistics } from '../casefile/statistics';
import { actionForms, actionRow, actionTitle, type ActionForm } from '../cards/actions';
import type { Inputs } from '../cards/context';
import type { Card, RenderCard } from '../cards/render';
import type { Directory } from '../directory/directory';
import { actionTopics, isLate } from '../protocol/actions';
import type { SchoolId } from '../protocol/roles';
import { localDateOf, type Instant } from '../protocol/time';
import { actionsFor, actionsOn, nameOfAction, standingsAt, type ListedAction } from './actionPlace';
import { bottlenecksBeside } from './bottlenecks';
import type { PersonalDesk } from './desk';
import { viewsOf } from './figuresView';
import { nameIn } from './people';

export type ActionTools = {
  directory: Directory;
  actions: ActionLists;
  statistics: Pick<Statistics, 'read'>;
  render: RenderCard;
  now: () => Instant;
};

const PER_PAGE = 6;
export const todayOf = ({ now }: ActionTools): string => localDateOf(now());
export const schoolIn = (about: string): SchoolId => about.split(':')[0] ?? '';

/** A card with what each card of the list shows. */
export const drawn = (
  { directory }: ActionTools,
  desk: PersonalDesk,
  form: ActionForm,
  where: { school: SchoolId; about: string },
  data: Readonly<Record<string, unknown>> & { in?: Inputs },
): Card =>
  desk.render(form, {
    place: where.school === '' ? directory.board.name : (directory.school(where.school)?.name ?? ''),
    m: { key: randomUUID(), about: where.about, list: `${where.school}:0` },
    footer: desk.footer(),
    ...data,
  });

/** `about`: 'school:from'. Without one: the board's, else of the first own school, else what this person has to do. */
export const listCard = async (tools: ActionTools, desk: PersonalDesk, about: string): Promise<Card | undefined> => {
  const { directory, actions } = tools;
  const views = viewsOf(directory, desk.person);
  const school = about === '' ? views[0] : schoolIn(about);
  const own = await actionsFor(tools, desk.person, todayOf(tools));
  if (school === undefined)
    return own.length === 0 ? undefined : page(tools, desk, own, { school: '', from: 0, own: true });
  const stands = standingsAt(directory, desk.person, school);
  if (stands.length === 0) return undefined;
  const keeps = stands.includes('keeper');
  const beside = await bottlenecksBeside(tools, desk.t, school, keeps && school !== '');
  const lists = views.includes('') ? ['', ...directory.schools().map(({ id }) => id)] : views;
  const goals = [
    ...(keeps ? [{ title: desk.t('Nieuwe actie'), value: `audit/action-agree|${school}:new` }] : []),
    ...(keeps ? beside.themes : []).map((theme) => ({
      title: desk.t('Nieuwe actie over: {topic}', { topic: desk.t(actionTopics[theme]).toLowerCase() }),
      value: `audit/action-agree|${school}:new:${theme}`,
    })),
    ...own.filter(({ list }) => list.school !== school).map(goalOf),
    ...lists
      .filter((one) => one !== school)
      .map((one) => ({
        title: desk.t('Lijst van {place}', {
          place: one === '' ? directory.board.name : (directory.school(one)?.name ?? ''),
        }),
        value: `audit/actions|${one}:0`,
      })),
  ];
  const from = Number(/:(\d{1,4})$/.exec(about)?.[1] ?? 0);
  const all = await actionsOn(actions, [school], todayOf(tools));
  return page(tools, desk, all, { school, from, goals, beside: beside.line });
};

const goalOf = ({ list, action }: ListedAction) => ({
  title: actionTitle(action),
  value: `audit/action|${nameOfAction(list, action.number)}`,
});

type Page = {
  school: SchoolId;
  from: number;
  own?: boolean;
  goals?: readonly { title: string; value: string }[];
  beside?: string;
};

const page = (
  tools: ActionTools,
  desk: PersonalDesk,
  all: readonly ListedAction[],
  { school, from: asked, own = false, goals = [], beside = '' }: Page,
): Card => {
  const today = todayOf(tools);
  const naming = { t: desk.t, nameOf: nameIn(tools.directory, desk.t), today };
  const from = asked < all.length ? asked : 0;
  const rows = all.slice(from, from + PER_PAGE);
  const open = all.filter(({ action }) => action.state === 'open');
  const late = open.filter(({ action }) => isLate(action, today)).length;
  const menu = [...rows.map(goalOf), ...goals];
  return drawn(
    tools,
    desk,
    'audit/actions',
    { school, about: `${school}:${from}` },
    {
      ...(own && { place: '' }),
      title: own ? desk.t('Jouw acties') : desk.t(actionForms['audit/actions']),
      summary:
        all.length === 0
          ? desk.t.sayOfActions.empty
          : desk.t('Open: {open}{late}. Afgerond of vervallen: {ended}.', {
              open: open.length,
              late: late > 0 ? desk.t(', waarvan {late} te laat', { late }) : '',
              ended: all.length - open.length,
            }),
      ...{ rows: rows.map(({ action }) => actionRow(action, naming)), goals: menu, beside, own },
      next: from + PER_PAGE < all.length ? `${school}:${from + PER_PAGE}` : '',
      in: { go: menu[0]?.value ?? '' },
    },
  );
};
