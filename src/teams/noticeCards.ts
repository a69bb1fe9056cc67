import type { ActionLists } from '../casefile/actionLists';
import type { Head } from '../casefile/caseStore';
import { plain } from '../cards/plain';
import { dutchDay, dutchMoment } from '../cards/entry';
import type { FormName } from '../cards/forms';
import type { Card } from '../cards/render';
import type { Person } from '../directory/directory';
import type { NoticeCards } from '../notices/outboxTools';
import type { NoticePayload, TermPayload } from '../notices/payload';
import { isKeeper } from '../protocol/lock';
import { maySeeFile, type PersonId } from '../protocol/roles';
import type { CaseFile } from '../protocol/caseFile';
import { awaitsLeader } from '../protocol/step4Weigh';
import { saysMoreThanSuspicion, type NoticeKind } from '../protocol/notices';
import { termsOf } from '../protocol/terms';
import { localDateOf } from '../protocol/time';
import { channelLines } from '../text/elsewhere';
import { notices, reminders, say } from '../text/nl';
import type { Channels } from './channels';
import { chatLink } from './chatLink';
import { PersonalDesk, type DeskTools } from './desk';
import type { DigestWish } from './digestWish';
import { waitingOn } from './myLists';
import { waitingCard } from './waitingCard';

/** Notices that are answered on a card of their own; the others lead to the case. */
const noticeForms: Readonly<Partial<Record<NoticeKind, FormName>>> = {
  consultationAnswered: 'step2-consult/answered',
  talkRequested: 'step4-weigh/menu',
  secondLeft: 'step3-conversation/plan',
  taskLeft: 'plan/menu',
  resultNegative: 'step4-weigh/report-now',
  continues: 'step4-weigh/report-now',
  keeperNeeded: 'lock/lock',
};

/** Notices that are the question themselves; in a line they lead to it. */
const ownCards: Readonly<Partial<Record<NoticeKind, FormName>>> = {
  consultationAsked: 'step2-consult/answer',
  leaderInformed: 'step4-weigh/confirm',
  weighingToConfirm: 'step4-weigh/confirm',
  directReport: 'step4-weigh/confirm',
  casemanagerAsked: 'plan/casemanager',
};

/** What somebody hears who has nothing more to do with a case: that something was theirs, or is asked of them, and no more. */
const withoutCase: readonly NoticeKind[] = ['consultationWithdrawn', 'ownerMoved', 'casemanagerMoved', 'keeperNeeded'];

/**
 * The accused hears nothing more of the case, whatever was on its way to them before, and whoever stands outside a case
 * for two only what says nothing of it.
 */
const mayHear = ({ exit, lock }: CaseFile, id: PersonId, kind: NoticeKind): boolean =>
  exit?.accused !== id && (!lock || isKeeper(lock, id) || withoutCase.includes(kind));

/** Makes what people hear: the question itself where they must answer, else a line that something happened. */
export const noticeCards = (
  tools: DeskTools & {
    channels: Pick<Channels, 'find'>;
    digestWish: Pick<DigestWish, 'isOff'>;
    actions: Pick<ActionLists, 'read'>;
  },
): NoticeCards => {
  const deskOf = (id: PersonId): PersonalDesk | undefined => {
    const person: Person | undefined = tools.directory.person(id);
    return person && new PersonalDesk(tools, person);
  };
  const line = (text: string, where: { case?: string; form?: string; about?: string } = {}): Card => {
    const { contacts } = tools.directory.board;
    return tools.render('notices/notice', {
      title: say.noticeTitle,
      text,
      form: where.form ?? '',
      case: where.case ?? '',
      about: where.about ?? '',
      footer: say.footer(contacts),
    });
  };
  const invited = async (desk: PersonalDesk, caseId: string): Promise<Card | undefined> => {
    const entries = await desk.entries(caseId);
    for (const { event } of [...entries].reverse())
      if (event.type === 'ConversationPlanned' && event.second === desk.person.id) {
        const by = tools.directory.person(event.by)?.name ?? '';
        return line(say.invited(plain(by), dutchMoment(event.talkAt)));
      }
    return undefined;
  };

  /** Says that something happened, and leads to where it can be read. */
  const follow = (desk: PersonalDesk, { caseId, file }: Head, { kind, about }: NoticePayload): Card | undefined =>
    maySeeFile(desk.actor(file), file)
      ? line(notices[kind], { case: caseId, form: noticeForms[kind] ?? 'shared/hub', ...(about && { about }) })
      : undefined;

  /** What a colleague handed over, if it still runs; on the exits there is no such card. */
  const passedOn = async (desk: PersonalDesk, { caseId, file }: Head, term: string | undefined) => {
    const runs = termsOf(file, tools.directory.board.terms).some(({ id }) => id === term);
    return runs ? desk.card({ form: 'follow-up/reminder', caseId, ...(term && { about: term }) }) : undefined;
  };

  const notice = async (head: Head, { to, kind, about }: NoticePayload): Promise<Card | undefined> => {
    const desk = deskOf(to);
    const { caseId, file } = head;
    if (!desk || !mayHear(file, to, kind)) return undefined; // somebody who left hears nothing more either
    const asked = about === undefined ? undefined : file.consultations[about];
    switch (kind) {
      case 'consultationAsked':
        return file.status === 'open' && (asked?.state === 'verzonden' || asked?.state === 'gezien')
          ? desk.card({ form: 'step2-consult/answer', caseId, ...(about && { about }) })
          : undefined;
      case 'consultationWithdrawn':
        return line(notices[kind]);
      case 'keeperNeeded':
      case 'ownerMoved':
      case 'casemanagerMoved':
        return follow(desk, head, { to, kind }) ?? line(notices[kind]);
      case 'termPassedOn':
        return passedOn(desk, head, about);
      case 'leaderInformed':
        // A line, for what is asked comes with the whole weighing; when that is here already, this says nothing new.
        return awaitsLeader(file.weighing) && !saysMoreThanSuspicion(file.weighing)
          ? line(notices[kind], { case: caseId, form: 'step4-weigh/confirm' })
          : undefined;
      case 'weighingToConfirm':
        // Confirmed meanwhile: nothing left to say.
        return awaitsLeader(file.weighing) ? desk.card({ form: 'step4-weigh/confirm', caseId }) : undefined;
      case 'casemanagerAsked':
        return file.plan && !file.plan.accepted ? desk.card({ form: 'plan/casemanager', caseId }) : undefined;
      case 'taskGiven':
        return desk.taskCard(caseId);
      case 'secondInvited':
        return invited(desk, caseId);
      case 'directReport':
        if (awaitsLeader(file.weighing)) return desk.card({ form: 'step4-weigh/confirm', caseId });
        return follow(desk, head, { to, kind, ...(about && { about }) });
      case 'consultationAnswered':
      case 'consultationDeclined':
      case 'supportAsked':
      case 'noAction':
      case 'weighingConfirmed':
      case 'talkRequested':
      case 'secondLeft':
      case 'taskLeft':
      case 'departed':
      case 'reportMade':
      case 'emergency':
      case 'staffExit':
      case 'pupilExit':
      case 'concernSeen':
      case 'ownerAsked':
      case 'casemanagementDeclined':
      case 'resultNegative':
      case 'continues':
      case 'caseLocked':
      case 'caseUnlocked':
      case 'caseClosed':
      case 'caseReopened':
        return follow(desk, head, { to, kind, ...(about && { about }) });
    }
  };

  const reminder = async (
    { caseId, file }: Head,
    to: PersonId,
    { kind, about }: TermPayload,
  ): Promise<Card | undefined> => {
    const desk = deskOf(to);
    if (!desk) return undefined;
    const asked = kind === 'unanswered' && about ? file.consultations[about] : undefined;
    if (asked?.to === to)
      return line(reminders[kind], { case: caseId, form: 'step2-consult/answer', ...(about && { about }) });
    const term = termsOf(file, tools.directory.board.terms).find((one) => one.kind === kind && one.about === about);
    return term && desk.card({ form: 'follow-up/reminder', caseId, about: term.id });
  };

  const moreWaits: NoticeCards['moreWaits'] = (to) => deskOf(to) && waitingCard(tools, say.moreWaits);

  const digest: NoticeCards['digest'] = async (to) => {
    const desk = deskOf(to);
    if (!desk || (await tools.digestWish.isOff(to))) return undefined;
    const { all } = await waitingOn(tools, desk);
    const [oldest] = all;
    return oldest && waitingCard(tools, say.digest(all.length, dutchDay(localDateOf(oldest.since))), { daily: true });
  };

  const brief: NoticeCards['brief'] = async ({ caseId, file }, { to, kind, about }) => {
    const desk = deskOf(to);
    if (!desk || !mayHear(file, to, kind)) return undefined;
    const form = ownCards[kind] ?? noticeForms[kind] ?? (maySeeFile(desk.actor(file), file) ? 'shared/hub' : undefined);
    return line(notices[kind], form && { case: caseId, form, ...(about && { about }) });
  };

  const notReached: NoticeCards['notReached'] = async ({ caseId, file }, person, why) => {
    const desk = deskOf(file.owner);
    const name = plain(tools.directory.person(person)?.name ?? '');
    const text = why === 'not-installed' ? say.notInstalled(name) : say.notReached(name);
    return desk && maySeeFile(desk.actor(file), file) ? line(text, { case: caseId, form: 'shared/hub' }) : undefined;
  };

  /** A concern about somebody of the staff, or a case for two, never shows where the staff reads along. */
  const inChannel: NoticeCards['inChannel'] = async ({ file }, school, kind) => {
    const channel = file.kind === 'stappenplan' && !file.lock ? await tools.channels.find(school) : undefined;
    const { contacts } = tools.directory.board;
    return channel
      ? tools.render('notices/channel', {
          text: channelLines[kind],
          link: chatLink(channel.tenantId, channel.botId),
          footer: say.footer(contacts),
        })
      : undefined;
  };

  return { notice, brief, reminder, moreWaits, digest, notReached, inChannel };
};
