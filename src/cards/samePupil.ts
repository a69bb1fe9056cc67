import { isLeaderOf } from '../protocol/roles';
import { samePupil } from '../protocol/samePupil';
import type { FormContext } from './context';
import { choicesOf, form, type Form } from './form';
import { pupilTitle } from './siblings';

type Pair = NonNullable<FormContext['pairs']>[number];
type Decided = { at: string; by: string; pupil?: NonNullable<Pair['decided']>['pupil'] };

/** 'Besloten op 24 november 2026 om 10.30 uur door Anke Smit. Neven met dezelfde naam.' */
const decisionLine = ({ school: { t, nameOf } }: FormContext, { at, by, pupil }: Decided): string => {
  const who = t('Besloten op {moment} door {name}.', { moment: t.moment(at), name: nameOf(by) });
  return pupil?.why ? `${who} ${pupil.why}` : who;
};

/** What was decided about a file of perhaps the same pupil, for who may see both; for everybody else there is none. */
export const samePupilLines = (context: FormContext) =>
  (context.links ?? []).flatMap(({ title, at, by, pupil }) =>
    pupil
      ? [{ line: `${title}: ${context.t(samePupil[pupil.as])}`, when: decisionLine(context, { at, by, pupil }) }]
      : [],
  );

/** By what people know which child it is: group, birth date, who works on it, and whether it still runs. */
const detailsOf = ({ school: { t, nameOf } }: FormContext, { file }: Pair): string =>
  [
    file.pupil.group,
    file.pupil.birthDate && t('geboren op {day}', { day: t.day(file.pupil.birthDate) }),
    t('zaak van {name}', { name: nameOf(file.owner) }),
    t(file.status === 'open' ? 'Open' : 'Gesloten'),
  ]
    .filter(Boolean)
    .join(' · ');

const pairData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { t, pairs = [], about, caseId, file } = context;
  const asked = pairs.find((one) => one.caseId === about) ?? pairs.find(({ decided }) => !decided);
  const shown = asked ? [{ caseId, file }, asked] : [];
  return {
    none: pairs.length === 0,
    shown: shown.map((one) => ({ line: pupilTitle(one.file), details: detailsOf(context, one) })),
    other: asked?.caseId ?? '',
    outcomes: choicesOf(t, samePupil),
    decided: pairs.flatMap((one) =>
      one.decided?.pupil && one !== asked
        ? [
            {
              line: `${pupilTitle(one.file)}: ${t(samePupil[one.decided.pupil.as])}`,
              when: decisionLine(context, one.decided),
              about: one.caseId,
              together: one.decided.pupil.as === 'samen',
            },
          ]
        : [],
    ),
  };
};

export const samePupilForms = {
  /** Only whoever leads the school decides; a colleague does not learn that there is anything to decide. */
  'family/same-pupil': form({
    title: 'Nog een dossier over deze leerling',
    records: [],
    pairs: true,
    opensFor: isLeaderOf,
    data: pairData,
    inputs: ({ pairs = [], about }) => {
      const known = pairs.find((one) => one.caseId === about)?.decided?.pupil;
      return { go: known?.as ?? '', detail: known?.why ?? '' };
    },
  }),
} satisfies Record<string, Form>;
