import { progress } from '../protocol/progress';
import { isLeaderOf, maySeeFile, type Actor, type PersonId } from '../protocol/roles';
import { openConsultations } from '../protocol/step2Consult';
import { awaitsLeader } from '../protocol/step4Weigh';
import { stateOn, termsOf, type Term, type TermSettings } from '../protocol/terms';
import { localDateOf, type Instant } from '../protocol/time';
import type { CaseFile } from '../protocol/caseFile';
import type { Tongue } from '../text/tongue';

/** A case as somebody's list shows it; only for who may see the file. */
export type ListedCase = { caseId: string; title: string; line: string };
/** Something that waits on me: what it is, for whom, since when, and the card that answers it. */
export type ListedRequest = {
  caseId: string;
  title: string;
  line: string;
  form: string;
  about: string;
  /** Since when it waits. */
  since: Instant;
};

export const listedCase = (t: Tongue, caseId: string, file: CaseFile, viewer: Actor): ListedCase | undefined => {
  if (!maySeeFile(viewer, file)) return undefined;
  const who =
    file.kind === 'stappenplan'
      ? file.pupil.name
      : file.kind === 'medewerker'
        ? t('Over een medewerker')
        : t('Tussen leerlingen');
  const state =
    file.status === 'closed'
      ? t('Gesloten')
      : file.kind === 'stappenplan'
        ? t.advices[progress(file).advice]
        : t('Gemeld aan de leiding');
  return { caseId, title: `${file.number} · ${who}`, line: `${t.day(localDateOf(file.lastAt))} · ${state}` };
};

type Reading = {
  nameOf: (id: PersonId) => string;
  now: Instant;
  terms: TermSettings;
  /** Is this person among those whom the term is for, now? */
  isMine: (file: CaseFile, term: Term) => boolean;
};

const latestAnswer = ({ weighing, lastAt }: CaseFile): Instant =>
  Object.values(weighing?.answeredAt ?? {})
    .sort()
    .at(-1) ?? lastAt;

/** Terms that have come; a consulted colleague already has the request itself. */
const dueFor = (
  t: Tongue,
  caseId: string,
  file: CaseFile,
  viewer: Actor,
  { now, terms, isMine }: Reading,
): ListedRequest[] =>
  maySeeFile(viewer, file)
    ? termsOf(file, terms)
        .filter((term) => term.due <= now && isMine(file, term))
        .map((term) => ({
          caseId,
          title: capital(t.termLabels[term.kind]),
          line: t('Zaak {number} · sinds {day}', { number: file.number, day: t.day(term.day) }),
          form: 'follow-up/reminder',
          about: term.id,
          since: term.due,
        }))
    : [];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What of this case waits on this person. Roles are those of this moment. */
export const requestsIn = (
  t: Tongue,
  caseId: string,
  file: CaseFile,
  viewer: Actor,
  reading: Reading,
): readonly ListedRequest[] => {
  const open = file.status === 'open' && file.kind === 'stappenplan';
  return [...(open ? askedOf(t, caseId, file, viewer, reading) : []), ...dueFor(t, caseId, file, viewer, reading)];
};

const askedOf = (
  t: Tongue,
  caseId: string,
  file: CaseFile,
  viewer: Actor,
  { nameOf, now, terms }: Reading,
): ListedRequest[] => {
  const found: ListedRequest[] = openConsultations(file)
    .filter(([, { to }]) => to === viewer.id)
    .map(([id, one]) => ({
      caseId,
      title: t('Meedenken met {name}', { name: nameOf(file.owner) }),
      line: t('Gevraagd op {day}{more}', {
        day: t.day(localDateOf(one.askedAt)),
        more: stateOn(one, localDateOf(now), terms) === 'verlopen' ? t(', kan nog steeds') : '',
      }),
      form: 'step2-consult/answer',
      about: id,
      since: one.askedAt,
    }));
  const row = (title: string, form: string, since: Instant = file.lastAt): ListedRequest => ({
    caseId,
    title,
    line: t('Zaak {number}', { number: file.number }),
    form,
    about: '',
    since,
  });
  const leads = isLeaderOf(viewer, file);
  if (leads && awaitsLeader(file.weighing))
    found.push(row(t('Weging bevestigen'), 'step4-weigh/confirm', latestAnswer(file)));
  if (file.weighing?.talkRequested && viewer.id === file.owner)
    found.push(row(t('Overleg met de schoolleiding'), 'step4-weigh/menu'));
  if (file.plan && !file.plan.accepted && file.plan.casemanager === viewer.id)
    found.push(row(t('Casemanager worden'), 'plan/casemanager', file.plan.madeAt));
  const tells = leads || (maySeeFile(viewer, file) && viewer.roles.includes('intern-begeleider'));
  if (tells && file.consult.toTell.some(({ of }) => of === 'zorgteam'))
    found.push(row(t('Ouder vertellen wat het team besprak'), 'step2-consult/menu'));
  return found;
};
