import type { NewDue } from '../casefile/caseStore';
import type { CaseEvent, CaseFile } from '../protocol/caseFile';
import { noticesFor, type Notice, type NoticeKind } from '../protocol/notices';
import { mayBeSecond } from '../protocol/samePupil';
import { theBot, type PersonId, type Recipient } from '../protocol/roles';
import { countsInFigures } from '../protocol/statistics';
import { awaitsLeader } from '../protocol/step4Weigh';
import { termsOf, usualTerms, type TermSettings } from '../protocol/terms';
import { channelLines, type ChannelLine } from '../text/elsewhere';
import type { ChannelPayload, NoticePayload, TermPayload } from './payload';

/** Finds the people behind a recipient at this moment; whoever acted is left out. */
export type PeopleBehind = (file: CaseFile, recipient: Recipient, by: PersonId) => readonly PersonId[];

const toConfirm: readonly NoticeKind[] = ['directReport', 'weighingToConfirm'];

/**
 * What a notice asks, when another may ask the very same: the leader is asked once to confirm what was answered so far,
 * and again only when there is more to confirm.
 */
export const questionIn = (kind: NoticeKind, { weighing }: CaseFile): string | undefined =>
  weighing && toConfirm.includes(kind) && awaitsLeader(weighing)
    ? `confirm ${weighing.round} ${weighing.given}`
    : undefined;

const inChannel = (kind: NoticeKind): kind is ChannelLine => Object.hasOwn(channelLines, kind);

/** A line for the school's channel, of each kind one. Whether there is a channel is asked when it goes out. */
const dueInChannel = (
  { at }: CaseEvent,
  { schoolId }: CaseFile,
  heard: readonly Notice[],
  eventId: string,
): readonly NewDue[] =>
  [...new Set(heard.map(({ kind }) => kind).filter(inChannel))].map((kind) => {
    const payload: ChannelPayload = { channel: schoolId, kind };
    return { id: `channel:${eventId}:${kind}`, kind: 'notice', dueAt: at, payload };
  });

const MINUTE_MS = 60_000;
/** A file goes a minute after that was decided, when the talk in which it was has ended. */
const destructionOf = ({ type, at }: CaseEvent, eventId: string): readonly NewDue[] => {
  if (type !== 'DestructionDecided') return [];
  const dueAt = new Date(Date.parse(at) + MINUTE_MS).toISOString();
  return [{ id: `destroy:${eventId}`, kind: 'notice', dueAt, payload: { destroy: true } }];
};

/** A fact that counts is counted apart from the turn, in the read model of the figures. */
const figuresOf = (event: CaseEvent, eventId: string): readonly NewDue[] =>
  countsInFigures(event)
    ? [{ id: `figures:${eventId}`, kind: 'notice', dueAt: event.at, payload: { figures: true } }]
    : [];

/**
 * Whether there is another file about this pupil is looked at when the item goes out, apart from the turn, and with the eyes of
 * its reader. The item is there whether or not there is one, and nobody is told of on the receipt: it says nothing.
 */
const secondOf = (
  peopleBehind: PeopleBehind,
  event: CaseEvent,
  before: CaseFile,
  after: CaseFile,
  eventId: string,
): readonly NewDue[] => {
  if (!mayBeSecond(event, before, after)) return [];
  const asked = peopleBehind(after, { role: 'leiding' }, theBot);
  const payloads: readonly NoticePayload[] = [
    ...asked.map((to): NoticePayload => ({ to, kind: 'samePupil' })),
    ...(before.kind === 'none' ? [{ to: after.owner, kind: 'ownPupil' } as const] : []),
  ];
  return payloads.map((payload) => ({
    id: `notice:${eventId}:${payload.kind}:${payload.to}`,
    kind: 'notice',
    dueAt: event.at,
    payload,
  }));
};

/** What a fact makes people hear: one item a person, written in the same write as the fact. */
export const dueNotices =
  (peopleBehind: PeopleBehind) =>
  (event: CaseEvent, before: CaseFile, after: CaseFile, eventId: string): readonly NewDue[] => {
    const told = new Set<string>();
    const heard = noticesFor(event, after);
    const toPeople = heard.flatMap(({ to, kind, about }) =>
      peopleBehind(after, to, event.by).flatMap((person): NewDue[] => {
        const card = `${questionIn(kind, after) ?? kind}:${person}`;
        if (told.has(card)) return [];
        told.add(card);
        const id = `notice:${eventId}:${kind}:${person}`;
        const payload: NoticePayload = { to: person, kind, ...(about && { about }) };
        return [{ id, kind: 'notice', dueAt: event.at, payload }];
      }),
    );
    return [
      ...toPeople,
      ...dueInChannel(event, after, heard, eventId),
      ...destructionOf(event, eventId),
      ...figuresOf(event, eventId),
      ...secondOf(peopleBehind, event, before, after, eventId),
    ];
  };

/** Every term that runs for a file, as items that come due. */
export const dueTerms =
  (settings: TermSettings = usualTerms) =>
  (file: CaseFile): readonly { id: string; dueAt: string; payload: TermPayload }[] =>
    termsOf(file, settings).map(({ id, kind, due, who, about }) => ({
      id,
      dueAt: due,
      payload: { kind, who: [...who], ...(about && { about }) },
    }));
