import type { CaseFile } from '../protocol/caseFile';
import { ELSEWHERE, type Sibling } from '../protocol/siblings';
import { answer, type Answer } from './answer';
import type { FormContext, SchoolView } from './context';
import { count, optionalDay, optionalText, SHORT, text, toggle } from './fields';
import { form, type Form } from './form';
import { mayRecord } from './permitted';

const GROUP = 40;

type Choice = { title: string; value: string };
const schoolChoices = ({ t, boardSchools, boardName }: SchoolView): readonly Choice[] => [
  ...boardSchools.map(({ id, name }) => ({ title: name, value: id })),
  { title: t('Niet op een school van {board}, of dat weet ik niet', { board: boardName }), value: ELSEWHERE },
];

/** 'Noor Bakker · MC-2026-7K3F9': a case among others of a family or a pupil. */
export const pupilTitle = ({ pupil, number }: CaseFile): string => `${pupil.name} · ${number}`;

/** 'Noor (groep 3, Basisschool De Linde)' */
export const siblingLine = ({ name, group, school }: Sibling, { boardSchools }: SchoolView): string => {
  const where = boardSchools.find(({ id }) => id === school)?.name;
  const more = [group, where].filter((part) => part !== undefined && part !== '').join(', ');
  return more === '' ? name : `${name} (${more})`;
};

/** Cases of brothers and sisters that whoever looks may see too; for everybody else they are not there. */
export const linkLines = ({ links = [], school }: FormContext) =>
  links
    .filter(({ pupil }) => !pupil)
    .map(({ caseId, title, at, by }) => ({
      line: title,
      when: school.t('Gekoppeld op {moment} door {name}', { moment: school.t.moment(at), name: school.nameOf(by) }),
      about: caseId,
    }));

const siblingOf = ({ about, file }: FormContext): Sibling | undefined =>
  file.siblings?.find(({ number }) => String(number) === about);

const listData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school, others = [] } = context;
  const may = mayRecord('recordSibling', context);
  const linked = (context.links ?? []).filter(({ pupil }) => !pupil).map(({ caseId }) => caseId);
  const free = others.filter(({ caseId }) => !linked.includes(caseId));
  return {
    may,
    siblings: (file.siblings ?? []).map((one) => ({
      line: siblingLine(one, school),
      born: one.birthDate ? school.t('Geboren op {day}', { day: school.t.day(one.birthDate) }) : '',
      about: String(one.number),
      starts: may && one.school !== ELSEWHERE,
      mends: may,
    })),
    none: (file.siblings ?? []).length === 0,
    links: linkLines(context).map((one) => ({ ...one, ends: may })),
    others: free.map(({ caseId, title }) => ({ title, value: `|${caseId}` })),
    offers: may && free.length > 0,
  };
};

export const siblingForms = {
  'family/siblings': form({
    title: 'Broers en zussen',
    records: [],
    links: true,
    others: true,
    data: listData,
  }),
  'family/sibling': form({
    title: 'Broer of zus',
    records: ['recordSibling'],
    data: (context) => ({ schools: schoolChoices(context.school), mends: siblingOf(context) !== undefined }),
    inputs: (context) => {
      const known = siblingOf(context);
      return {
        name: known?.name ?? '',
        group: known?.group ?? '',
        birthDate: known?.birthDate ?? '',
        where: known?.school ?? context.school.id,
        mistaken: 'false',
      };
    },
    refs: (context) => ({ sibling: siblingOf(context)?.number ?? 0 }),
  }),
} satisfies Record<string, Form>;

export const siblingAnswers = {
  recordSibling: answer('recordSibling', {
    refs: { sibling: count() },
    inputs: {
      name: text('Schrijf op hoe de broer of zus heet.', SHORT),
      group: optionalText(GROUP),
      birthDate: optionalDay('Kies de geboortedatum, of laat deze leeg.'),
      where: text('Kies op welke school de broer of zus zit.', SHORT),
      mistaken: toggle(),
    },
    toCommand: ({ where, ...said }, { school }, { sibling }) =>
      where === ELSEWHERE || school.boardSchools.some(({ id }) => id === where)
        ? { type: 'recordSibling', sibling: sibling === 0 ? undefined : sibling, ...said, school: where }
        : { problems: ['Kies een school uit de lijst.'] },
  }),
} satisfies Record<string, Answer>;
