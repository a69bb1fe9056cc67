import type { FormContext } from '../../src/cards/context';
import { formOf, forms, type FormName } from '../../src/cards/forms';
import { minutesFor } from '../../src/cards/minutes';
import { emptyCase, evolve, type CaseEvent, type CaseFile } from '../../src/protocol/caseFile';
import { maySeeFile, readersOf, type Actor, type Reader } from '../../src/protocol/roles';
import { readers } from '../../src/text/nl';
import { buttonsOf, textOf } from '../support/cardParts';
import { objectsIn, type JsonObject } from '../support/json';
import { caseFiles, caseNames, plainly } from './caseFiles';
import { contextOf, leader, nurse, otherTeacher, school, teacher } from './context';
import { factsWith } from './everyFact';
import { allShowings, compose, type Shown } from './showings';
import { objectsDeep, pressesOf, verbOf } from './templates';

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];
const filledIn = names.filter((name) => formOf(name).records.length > 0);
const few = <T>(found: readonly T[]): readonly T[] => found.slice(0, 5);

const timeSaid = /^(Minder dan een minuut|Ongeveer (1 minuut|\d+ minuten))\. /;
const linesOn = (card: JsonObject): readonly string[] =>
  textOf(card)
    .split('\n')
    .filter((line) => timeSaid.test(line));

/** Somebody who holds this post and nothing else in the case. */
const holders: Readonly<Record<Reader, (file: CaseFile) => Actor | undefined>> = {
  owner: ({ owner }) => ({ id: owner, roles: ['leerkracht'] }),
  leader: () => ({ id: 'any-leader', roles: ['schoolleider'] }),
  ibEr: () => ({ id: 'any-ib-er', roles: ['intern-begeleider'] }),
  casemanager: ({ plan }) => plan && { id: plan.casemanager, roles: ['leerkracht'] },
  board: () => ({ id: 'any-board', roles: ['bestuur'] }),
  keeper: ({ lock }) => lock && { id: 'any-keeper', roles: ['leerkracht'] },
  told: ({ exit }) => (exit?.told[0] ? { id: exit.told[0], roles: ['leerkracht'] } : undefined),
};
// The keys of the table are the readers by its type.
const everyReader = Object.keys(holders) as Reader[];
const allowed = (file: CaseFile): readonly Reader[] =>
  everyReader.filter((reader) => {
    const actor = holders[reader](file);
    return actor !== undefined && maySeeFile(actor, file);
  });

/** What a card says of who reads along, by post; the longest words first, for one may be part of another. */
const saidReaders = (line: string): readonly Reader[] =>
  everyReader.filter((reader) => line.includes(readers[reader])).sort();

const files = caseFiles(plainly);
const fileOf = (name: (typeof caseNames)[number]): CaseFile => files[name].reduce(evolve, emptyCase);

describe('given every kind of case file, when it is asked who reads it', () => {
  test.each(caseNames)('then %s names the posts that may see it, no more and no less (I-21)', (name) => {
    expect([...readersOf(fileOf(name))].sort()).toEqual([...allowed(fileOf(name))].sort());
  });

  test('then the accused is not among them, also when it is their own case (A-06)', () => {
    const moved = [...files['a case with everything in it']].reduce(evolve, emptyCase);
    const about = (accused: string, aboutLeader: boolean) =>
      evolve(moved, {
        type: 'MovedToStaffExit',
        aboutLeader,
        accused,
        what: 'x',
        at: '2026-11-24T09:00:00.000Z',
        by: leader,
      });
    expect(readersOf(about(otherTeacher, false))).toEqual(['owner', 'leader', 'board']);
    expect(readersOf(about(teacher, false))).toEqual(['leader', 'board']);
    expect(readersOf(about(leader, true))).toEqual(['owner', 'board']);
  });
});

type Afterwards = (now: readonly Reader[], own: boolean) => readonly Reader[];
/** Forms whose press begins a file, or changes who reads it. */
const afterwards: Partial<Record<FormName, Afterwards>> = {
  'intake/open-case': () => ['leader', 'ibEr'],
  'intake/emergency-new': () => ['leader', 'ibEr'],
  'intake/pupil-concern': () => ['leader', 'told'],
  'intake/staff-concern': () => ['leader', 'board'],
  'intake/move-to-staff': (_now, own) => [...(own ? [] : (['owner'] as const)), 'leader', 'board'],
  'retention/destroy': () => [],
  'lock/lock': () => [],
  'lock/unlock': () => [],
  'follow-up/owner': (now) => [...new Set<Reader>([...now, 'owner'])],
  'plan/make': (now) => [...new Set<Reader>([...now, 'casemanager'])],
  'plan/new-casemanager': (now) => [...new Set<Reader>([...now, 'casemanager'])],
};

/** Who reads along besides the one who writes, after the press; by the permissions, not by the card's own words. */
const expected = (name: FormName, { context: { file, viewer } }: Shown): readonly Reader[] => {
  const reading = (one: CaseFile): readonly Reader[] =>
    allowed(one).filter((reader) => holders[reader](one)?.id !== viewer.id);
  return [...(afterwards[name]?.(reading(file), file.owner === viewer.id) ?? reading(file))].sort();
};

const canBeFilledIn = (name: FormName, card: JsonObject): boolean =>
  pressesOf(card).some((button) => formOf(name).records.some((verb) => verb === verbOf(button)));
const opens = (name: FormName, { viewer, file }: FormContext): boolean =>
  formOf(name).caseless === true || maySeeFile(viewer, file);

describe.each(filledIn)('given the form %s, before it is filled in', (name) => {
  const shown = allShowings(name, plainly);

  test('when it opens, then it says where in the work it is', () => {
    const nowhere = shown.flatMap(({ what, card }) => {
      const [first] = textOf({ ...card, actions: [] }).split('\n');
      const place = formOf(name).step ? `Stap ${formOf(name).step} van 5` : undefined;
      const beside =
        /^(Vóór stap 1|Over de hele zaak|Tussendoor|Na stap 5: hulp en volgen|Na de zaak|Buiten de vijf stappen|Nood)/;
      return (place ? first?.startsWith(place) : beside.test(first ?? '')) ? [] : [`${what}: ${first}`];
    });
    expect(few(nowhere)).toEqual([]);
  });

  test('when it opens, then one short line says how long it takes and where it goes', () => {
    const faults = shown.flatMap(({ what, card }) => {
      const lines = linesOn(card);
      const long = lines.filter((line) => line.length > 190);
      const expectedLines = canBeFilledIn(name, card) ? 1 : 0;
      return lines.length === expectedLines && long.length === 0 ? [] : [`${what}: ${lines.join(' / ')}`];
    });
    expect(few(faults)).toEqual([]);
  });

  test('when it opens, then who reads along is as the permissions have it, by post and not by name (I-21)', () => {
    const faults = shown
      .filter(({ context, card }) => canBeFilledIn(name, card) && opens(name, context))
      .flatMap((one) => {
        const [line = ''] = linesOn(one.card);
        const said = saidReaders(line).join();
        const named = school.colleagues.filter(({ name: person }) => line.includes(person));
        const right = expected(name, one).join();
        return said === right && named.length === 0 ? [] : [`${one.what}: ${said} instead of ${right}: ${line}`];
      });
    expect(few(faults)).toEqual([]);
  });
});

describe('given a colleague who is asked for advice', () => {
  test.each(['step2-consult/answer', 'step2-consult/addition', 'step2-consult/decline'] as const)(
    'when %s opens, then it says who reads the answer and not whether there is a plan or who works on it (I-21)',
    (name) => {
      const asked: CaseEvent = { ...factsWith(plainly).ConsultationRequested, consultation: 'c-20', to: nurse };
      const answered: CaseEvent = { ...factsWith(plainly).ConsultationAnswered, consultation: 'c-20', by: nurse };
      const given = name === 'step2-consult/addition' ? [asked, answered] : [asked];
      const everything = files['a case with everything in it'];
      const viewer: Actor = { id: nurse, roles: ['jeugdverpleegkundige'] };
      const context = contextOf([...everything, ...given], { viewer, about: 'c-20' });
      expect(context.file.plan).toBeDefined();
      const [line] = linesOn(compose(name, context));
      expect(line).toContain('Komt in de zaak. Die lezen de collega van wie de zaak is, de schoolleiding en de intern');
      expect(line).toContain('en een casemanager als die er is.');
    },
  );
});

describe('given a practice', () => {
  test('when a card opens, then it says that nobody reads along', () => {
    const [line] = linesOn(compose('step1-signals/signal', contextOf(undefined, { practised: true })));
    expect(line).toMatch(/niemand leest dit/);
    expect(saidReaders(line ?? '')).toEqual([]);
  });
});

describe('given what a card asks, when its time is told', () => {
  const text = (isRequired: boolean, value = '') => ({ type: 'Input.Text', isMultiline: true, isRequired, value });
  test('then it follows what must be written, and not what is folded', () => {
    expect(minutesFor([])).toBe(0);
    expect(minutesFor([text(true)])).toBe(1);
    expect(minutesFor([text(true), text(true), text(true)])).toBe(3);
    expect(minutesFor([text(true), { type: 'Container', isVisible: false, items: [text(true), text(true)] }])).toBe(1);
  });
  test('then what stands ready takes less', () => {
    expect(minutesFor([text(true, 'Zo ging het.'), text(true, 'En zo.')])).toBe(0);
  });
});

describe('given the line about time and readers', () => {
  test('then it can be hidden with the rest of the card', () => {
    const card = compose('step1-signals/signal', contextOf());
    const content = objectsDeep(objectsIn(card['body'])).find(({ id }) => id === 'hide-content');
    expect(content && linesOn(content)).toHaveLength(1);
    expect(buttonsOf(card).map(({ title }) => title)).toContain('Verberg of toon');
  });
});
