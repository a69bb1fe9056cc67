import { definitions, norm, protocol } from '../protocol/meldcode';
import { isLeaderRole } from '../protocol/roles';
import { callLink, telOf } from './callLink';
import { plain } from './plain';
import type { Dutch, Language, Tongue } from '../text/tongue';
import type { FormContext } from './context';
import { form, type Form } from './form';
import { mayRecord } from './permitted';
import { training } from './training';
import { keptFor } from './retention';

/** More names than this help nobody to choose. */
const NEARBY = 4;

/** Colleagues to turn to: the intern begeleider first, then the leaders. */
const nearby = ({ school, viewer }: FormContext): string => {
  const others = school.colleagues.filter(({ id }) => id !== viewer.id);
  const helpers = others.filter(({ roles }) => roles.includes('intern-begeleider'));
  const leaders = others.filter(({ roles }) => roles.some(isLeaderRole));
  return [...helpers, ...leaders.filter((one) => !helpers.includes(one))]
    .slice(0, NEARBY)
    .map(({ name }) => name)
    .join(', ');
};

const stuckData = (context: FormContext): Readonly<Record<string, unknown>> => {
  const { externalConfidant } = context.school.contacts;
  return {
    nearby: nearby(context),
    call: callLink(context.school),
    confidant: externalConfidant ? plain(externalConfidant.name) : '',
    confidantPhone: externalConfidant?.phone ?? '',
    confidantTel: telOf(externalConfidant?.phone ?? ''),
    canAskSupport: mayRecord('askSupport', context),
    canAskColleague: mayRecord('askColleagues', context),
  };
};

/** Where to read on and learn. Addresses of 2018: some may have moved. */
const reading = [
  { title: 'Basismodel', value: 'www.meldcode.nl' },
  { title: 'Achtergrond', value: 'www.protocolkindermishandeling.nl, onder ‘protocol’' },
  { title: 'Overheid', value: 'Rijksoverheid.nl, ‘Toolkit meldcode’' },
  { title: 'Gedrag van medewerkers', value: 'Beleidsplan Integriteit (2017002, mei 2017)' },
  { title: 'Scholing', value: training },
] as const;

const otherLanguage = ({ language }: Tongue): Language => (language === 'nl' ? 'en' : 'nl');

const page = (title: Dutch, data: Form['data']): Form =>
  form({ title, records: [], caseless: true, ...(data && { data }) });

export const informationForms = {
  'shared/stuck': form({ title: 'Ik kom er niet uit', records: [], data: stuckData }),
  'shared/stranger': page('Ik ken je nog niet', ({ school }) => ({
    board: plain(school.boardName),
    emergency: school.contacts.emergency,
    veiligThuisTel: telOf(school.contacts.veiligThuis.phone),
  })),
  'shared/welcome': page('Welkom', ({ t, school }) => ({ board: plain(school.boardName), other: otherLanguage(t) })),
  'shared/help': page('Hulp', ({ t }) => ({ other: otherLanguage(t) })),
  'shared/definitions': page('Begrippen', ({ t }) => ({
    definitions: definitions.map(({ term, meaning }) => ({ term: t(term), meaning: t(meaning) })),
  })),
  'shared/privacy': page('Privacy', ({ school }) => ({ board: plain(school.boardName), kept: keptFor(school) })),
  'shared/about': page('Over de meldcode', ({ t, school }) => ({
    source: t('{title}, {foundation}, versie {version} van {day}', {
      title: protocol.title,
      foundation: protocol.foundation,
      version: protocol.version,
      day: t.day(protocol.date),
    }),
    kader: protocol.kader,
    norm: t(norm),
    reading: [
      ...reading.map(({ title, value }) => ({ title: t(title), value })),
      { title: t('Veilig Thuis'), value: school.contacts.veiligThuis.site },
    ],
  })),
} satisfies Record<string, Form>;
