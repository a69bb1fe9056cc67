import type { DocumentName } from '../cards/documents';
import { accountabilityDossier } from './accountability';
import { anonymousSummary } from './anonymousSummary';
import type { Document } from './blocks';
import { consentForm } from './consentForm';
import { reportPreparation } from './reportPreparation';
import type { Sources } from './sources';
import { talkReport } from './talkReport';

const printers: Readonly<Record<DocumentName, (sources: Sources, of: string) => Document | undefined>> = {
  verantwoordingsdossier: accountabilityDossier,
  gespreksverslag: talkReport,
  toestemmingsformulier: consentForm,
  'voorbereiding-melding': reportPreparation,
  'samenvatting-zonder-namen': anonymousSummary,
};

/**
 * A document, made from the file as it is now.
 * @param of which talk, for a report of one
 * @returns nothing when the file holds nothing to print it from
 */
export const documentOf = (name: DocumentName, sources: Sources, of = ''): Document | undefined =>
  printers[name](sources, of);
