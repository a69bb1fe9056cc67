import { recognition } from '../protocol/step2Consult';
import type { FormContext } from './context';
import { describeStep2Consult } from './entries/step2Consult';
import { choicesOf } from './form';
import { additionsTo, addedLine, earlierLine, requestOf } from './step2Requests';

/**
 * The request as the colleague may see it: theirs, still on the route of the steps, and not taken back (I-21).
 * A case that moved to the exit, or closed, shows nothing any more: not even that (I-01).
 */
const shownTo = ({ about, entries, file, viewer }: FormContext) => {
  const asked = about === undefined ? undefined : file.consultations[about];
  const theirs = asked?.to === viewer.id && file.kind === 'stappenplan' && file.status === 'open';
  if (!theirs || asked.state === 'ingetrokken') return undefined;
  const request = requestOf(entries, about)?.event;
  return request && { request, state: asked.state };
};

/** The pupil's name, when whoever asked chose to give it. */
export const pupilFor = (context: FormContext): string =>
  shownTo(context)?.request.named ? context.file.pupil.name : '';

/** Only whoever was asked adds to an answer, and this card is theirs. */
const ownAdditions = ({ t, about, entries }: FormContext) => {
  const { latest, earlier } = additionsTo(entries, about);
  return [...earlierLine(t, earlier), ...latest.map(({ event }) => addedLine(t, event))];
};

/** What this colleague answered before, and added since; their own words are theirs to read. */
const ownAnswer = (context: FormContext) => [
  ...context.entries.flatMap(({ event }) => {
    const own = event.type === 'ConsultationAnswered' || event.type === 'ConsultationDeclined';
    return own && event.consultation === context.about && event.by === context.viewer.id
      ? describeStep2Consult(event, context.school).lines.map(({ label, text }) => ({ label: `${label}: `, text }))
      : [];
  }),
  ...ownAdditions(context),
];

/**
 * For a consulted colleague, who does not see the file: the question, what was shared, and who asks. Nothing else of the
 * case goes into this card; a correction in the file was not chosen to be shared either.
 */
export const askedData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const shown = shownTo(context);
  if (!shown) return { shown: false, open: false, unseen: false, answered: false, addable: false, pupil: '' };
  const { request, state } = shown;
  const open = state === 'verzonden' || state === 'gezien';
  return {
    shown: true,
    open,
    unseen: state === 'verzonden',
    answered: !open,
    addable: state === 'beantwoord',
    asker: context.school.nameOf(request.by),
    question: request.question,
    sharedText: request.shared,
    pupil: pupilFor(context),
    own: ownAnswer(context),
    recognitions: choicesOf(context.t, recognition),
  };
};

export const consultationRef = ({ about }: FormContext): { consultation: string } => ({
  consultation: about ?? 'geen',
});
