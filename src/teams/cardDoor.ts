import type { TurnContext } from 'botbuilder';
import * as z from 'zod';
import { isActionVerb } from '../cards/actions';
import { answers, isAnswerVerb } from '../cards/answers';
import { isFormName } from '../cards/forms';
import type { Card, RenderCard } from '../cards/render';
import { readWay } from '../cards/ways';
import { TooBusy, type Outcome, type Request } from '../casefile/handleCommand';
import type { ActionLists } from '../casefile/actionLists';
import type { Destruction } from '../casefile/destruction';
import type { FamilyLinks } from '../casefile/familyLinks';
import type { Statistics } from '../casefile/statistics';
import type { AccessLog } from '../casefile/accessLog';
import type { Head, CaseStore } from '../casefile/caseStore';
import { beginTurn, type Answered } from '../dialogs/turn';
import type { Directory } from '../directory/directory';
import { emptyCase, type CaseEvent, type CaseFile } from '../protocol/caseFile';
import type { Command, CommandType } from '../protocol/decide';
import type { Refusal } from '../protocol/decision';
import { permits } from '../protocol/permits';
import { maySeeFile, standings } from '../protocol/roles';
import { localDateOf, type Instant } from '../protocol/time';
import { pressAction } from './actionDoor';
import type { DigestWish } from './digestWish';
import type { LanguageWish } from './languageWish';
import type { PersonalDesk } from './desk';
import type { Papers } from './papers';
import type { Practice } from './practice';
import { schoolView } from './people';
import {
  aboutOf,
  pressedIn,
  refsOf,
  stillHolds,
  textOf,
  typedIn,
  wroteSomething,
  type Refs,
  type Typed,
} from './pressed';
import { receiptOf, sameReceipt } from './receipts';
import { cardActivity, updatePressed, type Reply } from './reply';
import { linkBegun } from './siblingDoor';
import type { Talk } from './talk';
import type { Unreached } from './unreached';
import { followWay } from './wayDoor';

export type DoorTools = {
  directory: Directory;
  store: CaseStore;
  accessLog: AccessLog;
  familyLinks: FamilyLinks;
  /** Messages of a case that did not arrive. */
  undelivered: Unreached;
  papers: Papers;
  practice: Practice;
  digestWish: DigestWish;
  languages: Pick<LanguageWish, 'choose'>;
  destruction: Pick<Destruction, 'proofs'>;
  statistics: Pick<Statistics, 'read'>;
  actions: ActionLists;
  handle: (request: Request) => Promise<Outcome>;
  render: RenderCard;
  talk: Talk;
  now: () => Instant;
  /** Looks at a typed line first; what it answers is said and the line goes no further (the demo's clock). */
  aside?: (text: string) => string | undefined;
  /** Logs a fault by class only, never its content. */
  fault: (where: string, error: unknown) => void;
};

/** Refusals after which the card itself is out of date: what is current is shown instead. */
const stale: readonly Refusal[] = [
  'already-answered',
  'not-asked',
  'weighing-changed',
  'case-closed',
  'case-open',
  'steps-frozen',
  'no-such-entry',
  'nothing-to-tell',
  'nothing-to-confirm',
];

const oneTimeKey = z.uuid();

type Press = { verb: CommandType; data: unknown; refs: Refs; caseId: string; head: Head | undefined };

/** The one door for every button: who, read, record, reply, continue; telling others is the outbox's work. */
export class CardDoor {
  constructor(private readonly tools: DoorTools) {}

  /** Reads the press and answers it. Never throws for what a client can send. */
  async press(context: TurnContext, desk: PersonalDesk): Promise<Reply> {
    const pressed = pressedIn(context.activity.value);
    if (!pressed) return { line: desk.t.say.unknownButton };
    const { verb, data } = pressed;
    const way = readWay(verb, data);
    if (way) return followWay(this.tools, context, desk, way);
    if (isActionVerb(verb)) return pressAction(this.tools, context, desk, verb, data);
    if (!isAnswerVerb(verb)) return { line: desk.t.say.unknownButton };
    try {
      return await this.answer(context, desk, verb, data);
    } catch (error) {
      // The card stays as it is, so what was typed is still there.
      if (error instanceof TooBusy) return { line: desk.t.say.busy };
      throw error;
    }
  }

  private async answer(context: TurnContext, desk: PersonalDesk, verb: CommandType, data: unknown): Promise<Reply> {
    const refs = refsOf(data);
    const key = textOf(refs, 'key');
    const begins = permits[verb].kinds.includes('none') && textOf(refs, 'case') === undefined;
    const caseId = begins ? key : textOf(refs, 'case');
    if (!key || !caseId || !oneTimeKey.safeParse(key).success) return { line: desk.t.say.unknownButton };
    const head = await desk.head(caseId);
    const press: Press = { verb, data, refs, caseId, head };
    const schoolId = head?.file.schoolId ?? (begins ? desk.schoolId(textOf(refs, 'school')) : undefined);
    const file = head?.file ?? emptyCase;
    if (!schoolId || standings(desk.actor(file, schoolId), file).length === 0) return { card: desk.noCaseCard() };
    const now = this.tools.now();
    const school = schoolView(this.tools.directory, schoolId, desk.t);
    const read = answers[verb].read(data, { key, caseId, by: desk.person.id, now, today: localDateOf(now), school });
    if ('problems' in read) return this.again(desk, press, read.problems.map(desk.t.ours).join(' '));
    const { command } = read;
    const actor = (current: CaseFile) => desk.actor(current, schoolId);
    const outcome = await this.tools.handle({ caseId, key, command, actor, at: now, read: { head } });
    if ('refusal' in outcome) return this.refused(desk, press, outcome.refusal);
    if ('already' in outcome)
      return {
        card:
          (await this.stillAsked(desk, caseId, command)) ?? (await sameReceipt(this.tools, desk, outcome.already, key)),
      };
    const { recorded } = outcome;
    desk.wrote({ caseId, version: recorded.version, file: recorded.file });
    if (command.type === 'openCase') await linkBegun(this.tools, desk, caseId, textOf(refs, 'from'));
    return this.recorded(context, desk, caseId, command, recorded.events, recorded.file, typedIn(data));
  }

  private async refused(desk: PersonalDesk, press: Press, refusal: Refusal): Promise<Reply> {
    if (refusal === 'no-such-case') return { card: desk.noCaseCard() };
    const seesFile = press.head !== undefined && maySeeFile(desk.actor(press.head.file), press.head.file);
    if (stale.includes(refusal) && !wroteSomething(press.data))
      return { card: desk.message(desk.t.refusals[refusal], seesFile ? press.caseId : '') };
    return this.again(desk, press, desk.t.refusals[refusal]);
  }

  /** The same card with what to mend, and everything that was typed still in it. */
  private async again(desk: PersonalDesk, { data, refs, caseId, head }: Press, hint: string): Promise<Reply> {
    const form = textOf(refs, 'form');
    if (!form || !isFormName(form)) return { line: hint };
    const about = aboutOf(refs);
    const school = textOf(refs, 'school');
    const request = { form, ...(head ? { caseId } : { ...(school && { school }) }), ...(about && { about }) };
    const card = await desk.card(request, { hint, inputs: typedIn(data) });
    return card && sizeOf(card) < LARGEST && stillHolds(card, data) ? { card } : { line: hint };
  }

  private async recorded(
    context: TurnContext,
    desk: PersonalDesk,
    caseId: string,
    command: Command,
    events: readonly CaseEvent[],
    file: CaseFile,
    typed: Typed,
  ): Promise<Reply> {
    const card = await this.showingIt(desk, caseId, command, () => receiptOf(this.tools, desk, caseId, events, file));
    // Two calls to Teams that do not wait for each other: the receipt for other devices, and the next card.
    await Promise.all([
      this.updated(context, card),
      this.goOn(context, desk, { verb: command.type, caseId, command }, typed),
    ]);
    return { card };
  }

  private async updated(context: TurnContext, card: Card): Promise<void> {
    try {
      await updatePressed(context, card);
    } catch (error) {
      this.tools.fault('update', error); // the invoke's answer shows the receipt here; other devices see it on the next visit
    }
  }

  /** From here on it is recorded, and nothing may say that it is not. */
  private async showingIt(desk: PersonalDesk, caseId: string, command: Command, receipt: () => Card): Promise<Card> {
    try {
      return (await this.stillAsked(desk, caseId, command)) ?? receipt();
    } catch (error) {
      this.tools.fault('receipt', error);
      return desk.message(desk.t.say.recorded);
    }
  }

  /** Having seen a question is no answer to it: the question stays where it stood. */
  private async stillAsked(desk: PersonalDesk, caseId: string, command: Command): Promise<Card | undefined> {
    if (command.type !== 'seeConsultation') return undefined;
    return desk.card({ form: 'step2-consult/answer', caseId, about: command.consultation });
  }

  /** The fact is safe by now: a talk that stumbles must not make it look lost. */
  private async goOn(context: TurnContext, desk: PersonalDesk, answered: Answered, typed: Typed): Promise<void> {
    desk.fill(answered.verb === 'openCase' && typed.firstSignal ? { text: typed.firstSignal } : {});
    const present = async (next: Card): Promise<void> => {
      await context.sendActivity(cardActivity(next));
    };
    beginTurn(context, { desk, answered, present });
    try {
      await this.tools.talk.goOn(context);
    } catch (error) {
      this.tools.fault('talk', error);
    }
  }
}

/** Well under the 100 KB that Teams takes in one message, counted as it counts: two bytes a character. */
const LARGEST = 70_000;
const sizeOf = (card: Card): number => Buffer.byteLength(JSON.stringify(card), 'utf16le');
