import type { Dutch, Tongue } from '../text/tongue';

/** Where a card without a step stands, by the folder of its template. */
const folders: Readonly<Record<string, Dutch>> = {
  intake: 'Vóór stap 1',
  shared: 'Over de hele zaak',
  family: 'Over de hele zaak',
  lock: 'Over de hele zaak',
  'follow-up': 'Tussendoor',
  plan: 'Na stap 5: hulp en volgen',
  retention: 'Na de zaak',
};

/** Cards of which the folder says too little. */
const own: Readonly<Record<string, Dutch>> = {
  'intake/staff-concern': 'Buiten de vijf stappen',
  'intake/pupil-concern': 'Buiten de vijf stappen',
  'intake/move-to-staff': 'Buiten de vijf stappen',
  'intake/confidant-advice': 'Buiten de vijf stappen',
  'intake/follow-up': 'Buiten de vijf stappen',
  'intake/exit': 'Buiten de vijf stappen',
  'intake/emergency-new': 'Nood',
  'intake/emergency-record': 'Nood',
};

/** The place of a card beside the five steps, in words; '' for a page that stands in no case. */
export const besideSteps = (t: Tongue, name: string): string => {
  const place = own[name] ?? folders[name.split('/', 1)[0] ?? ''];
  return place ? t(place) : '';
};
