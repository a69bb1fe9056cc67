import type { DocumentName } from '../cards/documents';
import { accessDocument, accessFile } from './access';
import { accountabilityDossier } from './accountability';
import { anonymousSummary } from './anonymousSummary';
import type { Document } from './blocks';
import { consentForm } from './consentForm';
import { reportPreparation } from './reportPreparation';
import type { Sources } from './sources';
import { talkReport } from './talkReport';

/** Of no case: made apart, from the figures. */
type Papers = Exclude<DocumentName, TextName | 'cijfers'>;

const printers: Readonly<Record<Papers, (sources: Sources, of: string) => Document | undefined>> = {
  verantwoordingsdossier: accountabilityDossier,
  gespreksverslag: talkReport,
  toestemmingsformulier: consentForm,
  'voorbereiding-melding': reportPreparation,
  'samenvatting-zonder-namen': anonymousSummary,
  inzage: accessDocument,
};

type TextName = 'inzage-gegevens';
/** A document that is text: its media type, the end of its name, and all of it. */
export type TextFile = { type: string; extension: string; text: string };
const writers: Readonly<Record<TextName, (sources: Sources, of: string) => TextFile | undefined>> = {
  'inzage-gegevens': accessFile,
};
const isText = (name: DocumentName): name is TextName => Object.hasOwn(writers, name);

/** As `documentOf`, for what is no paper; nothing for what is. */
export const fileOf = (name: DocumentName, sources: Sources, of = ''): TextFile | undefined =>
  isText(name) ? writers[name](sources, of) : undefined;

/**
 * A document, made from the file as it is now.
 * @param of which talk, for a report of one
 * @returns nothing when the file holds nothing to print it from
 */
export const documentOf = (name: DocumentName, sources: Sources, of = ''): Document | undefined =>
  isText(name) || name === 'cijfers' ? undefined : printers[name](sources, of);
