import { consentOutcomes, hasWrittenConsent } from '../protocol/step2Consult';
import { isLeaderOf } from '../protocol/roles';
import type { FormContext } from './context';
import { otherParent } from './step2Answers';
import type { Said } from './step4Inputs';

const MOST = 6;

/** Who said what about consent; the parents' names were typed, so cards show them without markdown. */
export const consentRows = ({ t, file }: FormContext): readonly Said[] =>
  Object.entries(file.consult.consents)
    .slice(-MOST)
    .map(([parent, outcome]) => ({ label: `${parent}: `, text: t(consentOutcomes[outcome]).toLowerCase() }));

/** Whether the pupil may be discussed openly with people from outside, and what helps if not. */
export const consentLine = ({ t, file }: FormContext): string => {
  const outcomes = Object.values(file.consult.consents);
  if (outcomes.length === 0) return '';
  if (outcomes.includes('geweigerd'))
    return t('Een ouder weigerde. Dat weeg je mee in stap 4. Anoniem bespreken kan wel.');
  if (hasWrittenConsent(file)) return t('Er is schriftelijke toestemming. Open bespreken mag.');
  return outcomes.includes('schriftelijk')
    ? t(
        'Er is toestemming van één ouder. Heeft een ander ook gezag? Vraag die dan ook. De schoolleider kan één toestemming accepteren, met een reden.',
      )
    : t('Er is nog geen schriftelijke toestemming. Mondeling ja is niet genoeg.');
};

/** Is there something for the leader to accept? */
export const awaitsSingle = ({ file }: Pick<FormContext, 'file'>): boolean => {
  const outcomes = Object.values(file.consult.consents);
  return outcomes.includes('schriftelijk') && !outcomes.includes('geweigerd') && !hasWrittenConsent(file);
};

export const knownParents = ({ t, file }: FormContext): readonly { title: string; value: string }[] => {
  const known = Object.keys(file.consult.consents).slice(-MOST);
  return known.length === 0
    ? []
    : [
        ...known.map((parent) => ({ title: parent, value: parent })),
        { title: t('Een andere ouder'), value: otherParent },
      ];
};

const whyNotSingle = (context: FormContext): string => {
  const { file, viewer } = context;
  if (!isLeaderOf(viewer, file)) return context.t('Alleen de schoolleider kan dit besluiten.');
  const outcomes = Object.values(file.consult.consents);
  if (outcomes.includes('geweigerd'))
    return context.t('Een ouder weigerde. Dan is toestemming van de ander niet genoeg. Bespreek anoniem.');
  return outcomes.includes('schriftelijk')
    ? context.t('Er is al toestemming. Je hoeft niets te besluiten.')
    : context.t('Er is nog geen ouder die op papier ja zei. Leg dat eerst vast.');
};

export const singleConsentData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const may = isLeaderOf(context.viewer, context.file) && awaitsSingle(context);
  return { may, notice: may ? '' : whyNotSingle(context), consents: consentRows(context) };
};
