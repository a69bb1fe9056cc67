import type { CaseFile } from '../protocol/caseFile';
import { accountabilityDossier } from './accountability';
import { anonymousSummary } from './anonymousSummary';
import type { Document } from './blocks';
import { consentForm } from './consentForm';
import { reportPreparation } from './reportPreparation';
import type { Sources } from './sources';
import { talkReport } from './talkReport';

/** Everything that can be taken along from a file, by its name in links and logs. */
const printers: Readonly<Record<DocumentName, (sources: Sources, about: string) => Document | undefined>> = {
  verantwoordingsdossier: accountabilityDossier,
  gespreksverslag: talkReport,
  toestemmingsformulier: consentForm,
  'voorbereiding-melding': reportPreparation,
  'samenvatting-zonder-namen': anonymousSummary,
};
export type DocumentName = keyof typeof documents;
export const documents = {
  verantwoordingsdossier: 'Verantwoordingsdossier',
  gespreksverslag: 'Gespreksverslag',
  toestemmingsformulier: 'Toestemmingsformulier',
  'voorbereiding-melding': 'Voorbereiding van een melding',
  'samenvatting-zonder-namen': 'Samenvatting zonder namen',
} as const;

export const isDocumentName = (name: string): name is DocumentName => Object.hasOwn(documents, name);

/** Nothing when the file holds nothing to print it from. */
export const documentOf = (name: DocumentName, sources: Sources, about = ''): Document | undefined =>
  printers[name](sources, about);

/** An exit has no steps to account for; there only the file itself is taken along. */
export const documentsFor = ({ kind }: CaseFile): readonly DocumentName[] =>
  // Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
  kind === 'stappenplan' ? (Object.keys(documents) as DocumentName[]) : ['verantwoordingsdossier'];
