import type { CaseFile, Recorded } from './caseFile';
import type { PersonId, Recipient } from './roles';
import type { TermKind } from './terms';
import type { Instant, LocalDate } from './time';

/** To whom a reminder can be passed on: only people who may see the file. Who holds the post is looked up each time. */
export const carriers = {
  owner: 'Degene die de zaak begon',
  casemanager: 'De casemanager',
  ibEr: 'De intern begeleider',
  leiding: 'De schoolleiding',
} as const;
export type Carrier = keyof typeof carriers;

export type FollowUpCommand =
  | { type: 'postponeTerm'; term: string; until: LocalDate; reason: string }
  | { type: 'passOnTerm'; term: string; to: Carrier; reason: string }
  | { type: 'seeConcern' }
  | { type: 'reassignOwner'; to: PersonId; reason: string }
  | { type: 'reassignCasemanager'; to: PersonId; reason: string }
  | { type: 'declineCasemanagement'; reason: string };

export type FollowUpEvent =
  | Recorded<'TermPostponed', { term: string; kind: TermKind; until: LocalDate; reason: string }>
  | Recorded<'TermPassedOn', { term: string; kind: TermKind; to: Carrier; reason: string }>
  | Recorded<'ConcernSeen', { as: 'leader' | 'ibEr' }>
  | Recorded<'OwnerReassigned', { from: PersonId; to: PersonId; reason: string }>
  | Recorded<'CasemanagerReassigned', { from: PersonId; to: PersonId; reason: string }>
  | Recorded<'CasemanagementDeclined', { reason: string }>;

/** What people did with the reminder of one term. */
export type TermAnswer = { until?: LocalDate; at: Instant; to?: Carrier };
/** Who of the leadership or the intern begeleiders said that they saw it, and when last. */
export type Seen = Readonly<Record<PersonId, { at: Instant; as: 'leader' | 'ibEr' }>>;

/** Most days that a reminder can be put off: a week where safety or Veilig Thuis is at stake, else four. */
export const mostDaysLater = { safety: 7, other: 28 } as const;

export const recipientOf = (carrier: Carrier, file: CaseFile): Recipient => {
  switch (carrier) {
    case 'owner':
      return { person: file.owner };
    case 'casemanager':
      return { person: file.plan?.casemanager ?? file.owner };
    case 'ibEr':
    case 'leiding':
      return { role: carrier };
  }
};

/** The last moment at which there was something new for the leader to see. */
const askedAt = ({ openedAt, weighing }: CaseFile): Instant =>
  Object.values(weighing?.answeredAt ?? {}).reduce((latest, at) => (at > latest ? at : latest), openedAt);

/** Has this person seen the concern as it stands? */
export const hasSeen = (file: CaseFile, id: PersonId): boolean => (file.seen?.[id]?.at ?? '') >= askedAt(file);

/** Has a leader seen the request to confirm (R-065's states hold for the leader's request too)? */
export const leaderSaw = (file: CaseFile): boolean =>
  Object.values(file.seen ?? {}).some(({ as, at }) => as === 'leader' && at >= askedAt(file));
