import type { ActionLists } from '../casefile/actionLists';
import type { Head } from '../casefile/caseStore';
import { plain } from '../cards/plain';
import type { Card } from '../cards/render';
import type { Person } from '../directory/directory';
import type { NoticeCards } from '../notices/outboxTools';
import type { NoticePayload, TermPayload } from '../notices/payload';
import { isLeaderOf, maySeeFile, type PersonId } from '../protocol/roles';
import { awaitsLeader } from '../protocol/step4Weigh';
import { saysMoreThanSuspicion } from '../protocol/notices';
import { termsOf } from '../protocol/terms';
import { localDateOf } from '../protocol/time';
import { channelLines } from '../text/elsewhere';
import { dutch } from '../text/tongue';
import { pairsOf, samePupilCases } from './besideCase';
import type { LanguageWish } from './languageWish';
import type { Channels } from './channels';
import { chatLink } from './chatLink';
import { PersonalDesk, type DeskTools } from './desk';
import type { DigestWish } from './digestWish';
import { waitingOn } from './myLists';
import { mayHear, noticeForms, ownCards } from './noticeForms';
import { waitingCard } from './waitingCard';

/** Makes what people hear: the question itself where they must answer, else a line that something happened. */
export const noticeCards = (
  tools: DeskTools & {
    channels: Pick<Channels, 'find'>;
    digestWish: Pick<DigestWish, 'isOff'>;
    languages: Pick<LanguageWish, 'of'>;
    actions: Pick<ActionLists, 'read'>;
  },
): NoticeCards => {
  const deskOf = async (id: PersonId): Promise<PersonalDesk | undefined> => {
    const person: Person | undefined = tools.directory.person(id);
    return person && new PersonalDesk(tools, person, await tools.languages.of(id));
  };
  const line = (desk: PersonalDesk, text: string, where: { case?: string; form?: string; about?: string } = {}): Card =>
    desk.render('notices/notice', {
      title: desk.t.say.noticeTitle,
      text,
      form: where.form ?? '',
      case: where.case ?? '',
      about: where.about ?? '',
      footer: desk.footer(),
    });
  const invited = async (desk: PersonalDesk, caseId: string): Promise<Card | undefined> => {
    const entries = await desk.entries(caseId);
    for (const { event } of [...entries].reverse())
      if (event.type === 'ConversationPlanned' && event.second === desk.person.id) {
        const by = tools.directory.person(event.by)?.name ?? '';
        return line(desk, desk.t.say.invited(plain(by), desk.t.moment(event.talkAt)));
      }
    return undefined;
  };

  /** Says that something happened, and leads to where it can be read. */
  const follow = (desk: PersonalDesk, { caseId, file }: Head, { kind, about }: NoticePayload): Card | undefined =>
    maySeeFile(desk.actor(file), file)
      ? line(desk, desk.t.notices[kind], {
          case: caseId,
          form: noticeForms[kind] ?? 'shared/hub',
          ...(about && { about }),
        })
      : undefined;

  /** Whoever may see an earlier case of the pupil goes on there: an open one, else the latest that can be reopened. */
  const ownPupil = async (desk: PersonalDesk, head: Head): Promise<Card | undefined> => {
    if (!maySeeFile(desk.actor(head.file), head.file)) return undefined;
    const others = await samePupilCases(tools, desk, head);
    const other = others.find(({ file }) => file.status === 'open') ?? others[0];
    const form = other?.file.status === 'closed' ? 'shared/reopen' : 'shared/hub';
    return other && line(desk, desk.t.notices.ownPupil, { case: other.caseId, form });
  };

  /** What a colleague handed over, if it still runs; on the exits there is no such card. */
  const passedOn = async (desk: PersonalDesk, { caseId, file }: Head, term: string | undefined) => {
    const runs = termsOf(file, tools.directory.board.terms).some(({ id }) => id === term);
    return runs ? desk.card({ form: 'follow-up/reminder', caseId, ...(term && { about: term }) }) : undefined;
  };

  const notice = async (head: Head, { to, kind, about }: NoticePayload): Promise<Card | undefined> => {
    const desk = await deskOf(to);
    const { caseId, file } = head;
    if (!desk || !mayHear(file, to, kind)) return undefined; // somebody who left hears nothing more either
    const asked = about === undefined ? undefined : file.consultations[about];
    switch (kind) {
      case 'consultationAsked':
        return file.status === 'open' && (asked?.state === 'verzonden' || asked?.state === 'gezien')
          ? desk.card({ form: 'step2-consult/answer', caseId, ...(about && { about }) })
          : undefined;
      case 'consultationWithdrawn':
        return line(desk, desk.t.notices[kind]);
      case 'keeperNeeded':
      case 'ownerMoved':
      case 'casemanagerMoved':
        return follow(desk, head, { to, kind }) ?? line(desk, desk.t.notices[kind]);
      case 'termPassedOn':
        return passedOn(desk, head, about);
      case 'leaderInformed':
        // A line, for what is asked comes with the whole weighing; when that is here already, this says nothing new.
        return awaitsLeader(file.weighing) && !saysMoreThanSuspicion(file.weighing)
          ? line(desk, desk.t.notices[kind], { case: caseId, form: 'step4-weigh/confirm' })
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
      case 'samePupil':
        return isLeaderOf(desk.actor(file), file) &&
          (await pairsOf(tools, desk, head, 'opener')).some(({ decided }) => !decided)
          ? follow(desk, head, { to, kind })
          : undefined;
      case 'ownPupil':
        return ownPupil(desk, head);
      case 'consultationAnswered':
      case 'consultationAddedTo':
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
    const desk = await deskOf(to);
    if (!desk) return undefined;
    const asked = kind === 'unanswered' && about ? file.consultations[about] : undefined;
    if (asked?.to === to)
      return line(desk, desk.t.reminders[kind], {
        case: caseId,
        form: 'step2-consult/answer',
        ...(about && { about }),
      });
    const term = termsOf(file, tools.directory.board.terms).find((one) => one.kind === kind && one.about === about);
    return term && desk.card({ form: 'follow-up/reminder', caseId, about: term.id });
  };

  const moreWaits: NoticeCards['moreWaits'] = async (to) => {
    const desk = await deskOf(to);
    return desk && waitingCard(desk, desk.t.say.moreWaits);
  };

  const digest: NoticeCards['digest'] = async (to) => {
    const desk = await deskOf(to);
    if (!desk || (await tools.digestWish.isOff(to))) return undefined;
    const { all } = await waitingOn(tools, desk);
    const [oldest] = all;
    return (
      oldest && waitingCard(desk, desk.t.say.digest(all.length, desk.t.day(localDateOf(oldest.since))), { daily: true })
    );
  };

  const brief: NoticeCards['brief'] = async ({ caseId, file }, { to, kind, about }) => {
    const desk = await deskOf(to);
    if (!desk || !mayHear(file, to, kind)) return undefined;
    const form = ownCards[kind] ?? noticeForms[kind] ?? (maySeeFile(desk.actor(file), file) ? 'shared/hub' : undefined);
    return line(desk, desk.t.notices[kind], form && { case: caseId, form, ...(about && { about }) });
  };

  const notReached: NoticeCards['notReached'] = async ({ caseId, file }, person, why) => {
    const desk = await deskOf(file.owner);
    const name = plain(tools.directory.person(person)?.name ?? '');
    if (!desk || !maySeeFile(desk.actor(file), file)) return undefined;
    const { notInstalled, notReached } = desk.t.say;
    const text = why === 'not-installed' ? notInstalled(name) : notReached(name);
    return line(desk, text, { case: caseId, form: 'shared/hub' });
  };

  /** A concern about somebody of the staff, or a case for two, never shows where the staff reads along. */
  const inChannel: NoticeCards['inChannel'] = async ({ file }, school, kind) => {
    const channel = file.kind === 'stappenplan' && !file.lock ? await tools.channels.find(school) : undefined;
    const { contacts } = tools.directory.board;
    return channel
      ? tools.render('notices/channel', {
          text: channelLines[kind],
          link: chatLink(channel.tenantId, channel.botId),
          footer: dutch.say.footer(contacts),
        })
      : undefined;
  };

  return { notice, brief, reminder, moreWaits, digest, notReached, inChannel };
};
