import type { CaseFile } from '../protocol/caseFile';
import {
  type DestructionGround,
  destructionGrounds,
  farthestHold,
  isHeld,
  reviewDay,
  transferGrounds,
} from '../protocol/retention';
import { goesOn } from '../protocol/terms';
import { addMonths } from '../protocol/time';
import { answer, type Answer } from './answer';
import type { FormContext, SchoolView } from './context';
import { choice, count, day, SHORT, text, toggle } from './fields';
import { choicesOf, form, type Form } from './form';
import { mayRecord } from './permitted';
import { plain } from './plain';

const MIDDLE = 1000;
const USUAL_HOLD_MONTHS = 6;

const reasonOfHold = ({ t, entries }: FormContext): string => {
  const held = entries.findLast(({ event }) => event.type === 'FileHeld')?.event;
  return held?.type === 'FileHeld'
    ? t('Vastgehouden tot {day}: {reason}', { day: t.day(held.until), reason: held.reason })
    : '';
};

/** How long this board keeps a closed file, in a sentence. */
export const keptFor = ({ t, boardName, terms: { retention } }: SchoolView): string => {
  const { months, notBeforeAge } = retention;
  const age = notBeforeAge > 0 ? t(', in elk geval tot het kind {notBeforeAge} jaar is', { notBeforeAge }) : '';
  return t('{boardName} bewaart een dossier {months} maanden na het sluiten{age}.', {
    boardName: plain(boardName),
    months,
    age,
  });
};

const reviewData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school, today } = context;
  const until = reviewDay(file, school.terms.retention);
  const due = until !== undefined && until <= today;
  return {
    closed: until !== undefined,
    due,
    dayLine:
      until === undefined
        ? ''
        : due
          ? context.t('De termijn is voorbij sinds {day}.', { day: context.t.day(until) })
          : context.t('Bewaren tot {day}.', { day: context.t.day(until) }),
    ruleLine: keptFor(school),
    // The usual ground is ours; a board that chose another wrote it itself.
    ground: context.t.ours(school.terms.retention.ground),
    heldLine: reasonOfHold(context),
    goals: [
      { title: context.t('Alles wat is vastgelegd'), value: 'shared/chronology' },
      { title: context.t('Documenten en dossiercheck'), value: 'shared/documents' },
      { title: context.t('Langer bewaren'), value: 'retention/hold' },
      { title: context.t('Vernietigen'), value: 'retention/destroy' },
    ],
  };
};

/** With nothing in the way, the grounds on which it can be destroyed today. */
const groundsFor = ({ file, school, today }: FormContext): readonly DestructionGround[] => {
  if (goesOn(file) || isHeld(file, today)) return [];
  const until = reviewDay(file, school.terms.retention);
  return until !== undefined && until <= today ? ['termijn', 'verzoek'] : ['verzoek'];
};

const destroyData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const grounds = groundsFor(context);
  const inTheWay = goesOn(context.file) ? context.t.refusals['still-followed'] : context.t.refusals['kept-until-later'];
  return {
    grounds: choicesOf(context.t, destructionGrounds, grounds),
    can: grounds.length > 0,
    inTheWay: grounds.length > 0 ? '' : inTheWay,
    number: context.file.number,
  };
};

const waitingTransfer = (file: CaseFile) => file.retention?.transfers?.find(({ received }) => !received);
const transferIn = (file: CaseFile, about: string | undefined) =>
  file.retention?.transfers?.find(({ number, received }) => String(number) === about && !received) ??
  waitingTransfer(file);

export const retentionForms = {
  /** Comes to the leader when the term is over: look first, then hold or destroy (I-26). */
  'retention/review': form({
    title: 'Bewaren of vernietigen',
    records: [],
    history: true,
    opensFor: (viewer, file) => mayRecord('holdFile', { viewer, file }),
    data: reviewData,
  }),
  'retention/hold': form({
    title: 'Langer bewaren',
    records: ['holdFile'],
    data: ({ t, today }) => ({ latest: t.day(farthestHold(today)) }),
    inputs: ({ today }) => ({ until: addMonths(today, USUAL_HOLD_MONTHS) }),
  }),
  'retention/transfer': form({
    title: 'Naar een andere school',
    records: ['transferFile'],
    data: ({ t }) => ({ grounds: choicesOf(t, transferGrounds) }),
    inputs: ({ today }) => ({ on: today, ground: 'schriftelijk' }),
  }),
  'retention/receipt': form({
    title: 'Ontvangst door een andere school',
    records: ['confirmReceipt'],
    opensFor: (viewer, file) => mayRecord('confirmReceipt', { viewer, file }) && waitingTransfer(file) !== undefined,
    data: ({ t, file, about }) => {
      const waiting = transferIn(file, about);
      return {
        line: waiting
          ? t('Overgedragen op {day}.', { day: t.day(waiting.on) })
          : t('Er wacht geen overdracht op bevestiging.'),
      };
    },
    inputs: ({ today }) => ({ on: today }),
    refs: ({ file, about }) => ({ transfer: transferIn(file, about)?.number ?? 0 }),
  }),
  'retention/destroy': form({
    title: 'Dossier vernietigen',
    records: ['destroyFile'],
    goesTo: 'goneWithFile',
    data: destroyData,
    inputs: (context) => ({ ground: groundsFor(context)[0] ?? '' }),
  }),
} satisfies Record<string, Form>;

export const retentionAnswers = {
  transferFile: answer('transferFile', {
    inputs: {
      to: text('Schrijf op aan welke school en aan wie.', SHORT),
      ground: choice(transferGrounds, 'Kies waarom het dossier mee mag.'),
      proof: text('Schrijf op waar de toestemming ligt, of waarom het zonder moet.', MIDDLE),
      on: day('Kies de dag.'),
      how: text('Schrijf op hoe je het overdroeg.', SHORT),
    },
    toCommand: (inputs) => ({ type: 'transferFile', ...inputs }),
  }),
  confirmReceipt: answer('confirmReceipt', {
    refs: { transfer: count() },
    inputs: { receiver: text('Schrijf op wie de ontvangst bevestigde.', SHORT), on: day('Kies de dag.') },
    toCommand: (inputs, _press, { transfer }) => ({ type: 'confirmReceipt', transfer, ...inputs }),
  }),
  holdFile: answer('holdFile', {
    inputs: { until: day('Kies een dag.'), reason: text('Schrijf op waarom het dossier blijft.', MIDDLE) },
    toCommand: (inputs) => ({ type: 'holdFile', ...inputs }),
  }),
  destroyFile: answer('destroyFile', {
    inputs: {
      ground: choice(destructionGrounds, 'Kies waarom het dossier weg mag.'),
      reason: text('Schrijf op waarom het dossier weg mag.', MIDDLE),
      reviewed: toggle(),
    },
    toCommand: (inputs, { school }) => {
      const { months, notBeforeAge } = school.terms.retention;
      return { type: 'destroyFile', ...inputs, months, notBeforeAge };
    },
  }),
} satisfies Record<string, Answer>;
