import { telOf } from './callLink';
import { plain } from './plain';
import type { SchoolView } from './context';

/** Whom one calls about a member of staff, beside reporting it; never before it. */
export const staffPhones = ({
  t,
  contacts: { boardPhone, externalConfidant, vertrouwensinspecteur },
}: Pick<SchoolView, 'contacts' | 't'>): readonly { who: string; phone: string; tel: string }[] =>
  [
    { who: t('Bestuur'), phone: boardPhone },
    { who: plain(externalConfidant?.name ?? ''), phone: externalConfidant?.phone },
    { who: t('Vertrouwensinspecteur, op werkdagen'), phone: vertrouwensinspecteur },
  ].flatMap(({ who, phone }) => (phone ? [{ who, phone, tel: telOf(phone) }] : []));
