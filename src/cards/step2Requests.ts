import type { CaseEvent } from '../protocol/caseFile';
import { isOutsideSchool, roles } from '../protocol/roles';
import { consultationStates, openConsultations, type Consultation } from '../protocol/step2Consult';
import { stateOn } from '../protocol/terms';
import { localDateOf } from '../protocol/time';
import type { Entry, FormContext } from './context';
import { describeStep2Consult } from './entries/step2Consult';
import type { Said } from './step4Inputs';
import type { Tongue } from '../text/tongue';

/** As part of a line; names and days keep their capitals. */
const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

type Requested = Extract<CaseEvent, { type: 'ConsultationRequested' }>;
type Outcome = Extract<CaseEvent, { type: 'ConsultationAnswered' | 'ConsultationDeclined' | 'ConsultationWithdrawn' }>;
type Added = Extract<CaseEvent, { type: 'ConsultationAddedTo' }>;
type Found<E> = { seq: number; event: E };

const isOutcome = (event: CaseEvent): event is Outcome =>
  event.type === 'ConsultationAnswered' ||
  event.type === 'ConsultationDeclined' ||
  event.type === 'ConsultationWithdrawn';

export const requestOf = (entries: readonly Entry[], id: string | undefined): Found<Requested> | undefined =>
  entries.flatMap(({ seq, event }) =>
    event.type === 'ConsultationRequested' && event.consultation === id ? [{ seq, event }] : [],
  )[0];

const outcomeOf = (entries: readonly Entry[], id: string | undefined): Found<Outcome> | undefined =>
  entries.flatMap(({ seq, event }) => (isOutcome(event) && event.consultation === id ? [{ seq, event }] : [])).at(-1);

/** Additions on one card: it has to stay small enough for Teams, however often somebody adds. */
const LATEST = 4;

/** What the colleague added to the answer, the newest last, and how many more there are from before. */
export const additionsTo = (
  entries: readonly Entry[],
  id: string | undefined,
): { latest: readonly Found<Added>[]; earlier: number } => {
  const all = entries.flatMap(({ seq, event }) =>
    event.type === 'ConsultationAddedTo' && event.consultation === id ? [{ seq, event }] : [],
  );
  return { latest: all.slice(-LATEST), earlier: Math.max(0, all.length - LATEST) };
};

export const addedLine = (t: Tongue, { at, addition }: Added): Said => ({
  label: t('Toegevoegd op {moment}: ', { moment: t.moment(at) }),
  text: addition,
});

/** That there is more than the card shows. */
export const earlierLine = (t: Tongue, number: number): readonly Said[] =>
  number > 0
    ? [{ label: t('Eerder: '), text: t('nog {number} keer iets toegevoegd. Dat staat in de zaak.', { number }) }]
    : [];

/** What stands for a fact now, also after a correction of a correction (I-04). */
const mended = (entries: readonly Entry[], seq: number): string | undefined => {
  const correction = entries.findLast(({ event }) => event.type === 'EntryCorrected' && event.entry === seq);
  if (correction?.event.type !== 'EntryCorrected') return undefined;
  return mended(entries, correction.seq) ?? correction.event.text;
};

/** With what was corrected in it later. */
const withCorrection = (lines: readonly Said[], seq: number, { entries, t }: FormContext): readonly Said[] => {
  const correction = mended(entries, seq);
  return [...lines, ...(correction ? [{ label: t('Verbeterd: '), text: correction }] : [])];
};

/** Everything that a fact says, and what was corrected in it; only for who sees the file. */
const wholeFact = ({ seq, event }: Found<Requested | Outcome>, context: FormContext): readonly Said[] => {
  const { lines } = describeStep2Consult(event, context.school);
  return withCorrection(
    lines.map(({ label, text }) => ({ label: `${label}: `, text })),
    seq,
    context,
  );
};

const NEWEST = 8;
const isOpen = ({ state }: Consultation): boolean => state === 'verzonden' || state === 'gezien';

/** Choices to read what came of a request; the newest last. */
export const answeredChoices = ({ t, file, school }: FormContext): readonly { title: string; value: string }[] =>
  Object.entries(file.consultations)
    .filter(([, { state }]) => state === 'beantwoord' || state === 'afgewezen')
    .slice(-NEWEST)
    .map(([id, { to, state }]) => ({
      title:
        state === 'beantwoord'
          ? t('Antwoord van {name} lezen', { name: school.nameOf(to) })
          : t('Lezen waarom {name} niet kan antwoorden', { name: school.nameOf(to) }),
      value: `step2-consult/answered|${id}`,
    }));

/** 'Beantwoord op di 24 november 2026' */
const stateLine = (t: Tongue, { state }: Consultation, outcome: Outcome | undefined): string =>
  outcome
    ? t('{state} op {day}', {
        state: t(consultationStates[state]),
        day: t.day(localDateOf(outcome.at)),
      })
    : t(consultationStates[state]);

const requestLine = (id: string, one: Consultation, { t, entries, school, today }: FormContext): string => {
  const { role, askedAt } = one;
  const state = stateOn(one, today, school.terms);
  const asked = requestOf(entries, id)?.event;
  const outcome = outcomeOf(entries, id)?.event;
  return [
    `${t(roles[role])}${isOutsideSchool(role) ? t(', buiten de school') : ''}`,
    t('gevraagd op {day}{more}', {
      day: t.day(localDateOf(askedAt)),
      more: asked ? t(' door {name}', { name: school.nameOf(asked.by) }) : '',
    }),
    state === 'verzonden' ? t('nog niet gezien') : uncapitalised(stateLine(t, { ...one, state }, outcome)),
  ].join(' · ');
};

/** Who was asked, and how far that is. */
export const requestsData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { file, school } = context;
  const all = Object.entries(file.consultations);
  const open = file.status === 'open';
  return {
    requests: all
      .slice(-NEWEST)
      .map(([id, one]) => ({ name: school.nameOf(one.to), line: requestLine(id, one, context) })),
    rest:
      all.length > NEWEST
        ? context.t('En nog {number} van eerder. Die staan bij alles wat is vastgelegd.', {
            number: all.length - NEWEST,
          })
        : '',
    choices: [
      ...answeredChoices(context),
      ...(open
        ? openConsultations(file)
            .slice(-NEWEST)
            .map(([id, { to }]) => ({
              title: context.t('Vraag aan {name} intrekken', { name: school.nameOf(to) }),
              value: `step2-consult/withdraw|${id}`,
            }))
        : []),
      ...(open ? [{ title: context.t('Nog een collega vragen'), value: 'step2-consult/ask' }] : []),
      { title: context.t('Alles lezen wat is vastgelegd'), value: 'shared/chronology' },
    ],
  };
};

/** The choice for the request that led here, if it still stands. */
export const requestsStart = ({ file, about }: FormContext): string => {
  const asked = about === undefined ? undefined : file.consultations[about];
  const answered = asked?.state === 'beantwoord' || asked?.state === 'afgewezen';
  return answered ? `step2-consult/answered|${about}` : '';
};

export const withdrawData = ({ t, about, file, school }: FormContext): Readonly<Record<string, unknown>> => {
  const asked = about === undefined ? undefined : file.consultations[about];
  return {
    open: asked !== undefined && isOpen(asked) && file.status === 'open',
    name: asked ? school.nameOf(asked.to) : '',
    when: asked ? t.day(localDateOf(asked.askedAt)) : '',
  };
};

const additions = (context: FormContext): readonly Said[] => {
  const { t, about, entries } = context;
  const { latest, earlier } = additionsTo(entries, about);
  return [
    ...earlierLine(t, earlier),
    ...latest.flatMap(({ seq, event }) => withCorrection([addedLine(t, event)], seq, context)),
  ];
};

/** One request with its answer in full and what was added to it, for who sees the file. */
export const answeredData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { about, entries, file, school } = context;
  const request = requestOf(entries, about);
  const outcome = outcomeOf(entries, about);
  const asked = about === undefined ? undefined : file.consultations[about];
  return {
    known: request !== undefined,
    name: request ? school.nameOf(request.event.to) : '',
    state: asked ? stateLine(context.t, asked, outcome?.event) : '',
    answer: [...(outcome ? wholeFact(outcome, context) : []), ...additions(context)],
    request: request ? wholeFact(request, context) : [],
  };
};
