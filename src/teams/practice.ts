import { noFamilyLinks } from '../casefile/familyLinks';
import type { TurnContext } from 'botbuilder';
import { randomUUID } from 'node:crypto';
import { accessLogIn } from '../casefile/accessLog';
import { actionListsIn } from '../casefile/actionLists';
import { memoryStores } from '../casefile/memory/memoryStores';
import type { Card, RenderCard } from '../cards/render';
import type { Directory, Person } from '../directory/directory';
import { MainDialog } from '../dialogs/mainDialog';
import { practiceDirectory } from '../practice/cast';
import { MARK, markedRenderer } from '../practice/marked';
import { protocol } from '../protocol/meldcode';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import type { Tongue } from '../text/tongue';
import { CardDoor, type DoorTools } from './cardDoor';
import { conversationStorage } from './conversationStorage';
import { PersonalDesk } from './desk';
import { digestWishIn } from './digestWish';
import { noPapers } from './papers';
import { playedCase, type PlayedCase } from './playedCase';
import { pressedIn, refsOf, textOf } from './pressed';
import { messageCard } from './lines';
import { cardActivity, type Reply } from './reply';
import { talkOf } from './talk';

export interface Practice {
  /** Begins anew, whatever was being practised. */
  begin(who: Who): Promise<Card>;
  /** What went well; afterwards nothing of it is left. */
  end(who: Who): Promise<Card>;
  runs(person: PersonId): boolean;
  /** Answers a press on a card of a practice; undefined when the card is real. */
  press(context: TurnContext, who: Who): Promise<Reply | undefined>;
}
/** Whoever practises, and how they are spoken to. */
type Who = Pick<PersonalDesk, 't'> & { person: Pick<Person, 'id'> };

type Tools = {
  directory: Directory;
  render: RenderCard;
  languages: DoorTools['languages'];
  now: () => Instant;
  fault: (where: string, error: unknown) => void;
};

/** One practice: a case file in memory, and the same door, dialogs and protocol that real cases have. */
type Session = {
  id: string;
  lastAt: Instant;
  played: PlayedCase;
  door: CardDoor;
  person: Person;
  tools: DoorTools;
  stop: () => Promise<void>;
};

const HOUR = 3_600_000;
const KEPT_FOR = 4 * HOUR;
/** More at once would be no practice; whoever began longest ago makes room. */
const MOST = 100;

const markIn = (data: unknown): string | undefined => textOf(refsOf(data), MARK);

/** What the card would have sent without its mark. */
const unmarked = (data: unknown, without: readonly string[]): unknown => {
  const { m, ...inputs } = data as { m: Record<string, unknown> }; // the mark was read from it
  return { ...inputs, m: Object.fromEntries(Object.entries(m).filter(([ref]) => !without.includes(ref))) };
};

/** Practising: apart from everything real. Nothing of it is kept, told, counted or found by anybody else. */
export const practiceOf = ({ directory: real, render: plain, languages, now, fault }: Tools): Practice => {
  const sessions = new Map<PersonId, Session>();
  const message = (t: Tongue, text: string): Card => messageCard({ directory: real, render: plain }, { text, t });

  const drop = async (person: PersonId): Promise<void> => {
    const session = sessions.get(person);
    sessions.delete(person);
    await session?.stop();
  };

  const makeRoom = async (): Promise<void> => {
    const longest = [...sessions].sort(([, a], [, b]) => (a.lastAt < b.lastAt ? -1 : 1));
    const tooOld = (at: Instant): boolean => Date.parse(now()) - Date.parse(at) > KEPT_FOR;
    const tooMany = Math.max(0, longest.length - MOST + 1);
    const going = longest.filter(([, { lastAt }], i) => i < tooMany || tooOld(lastAt));
    for (const [person] of going) await drop(person);
  };

  const begun = (id: PersonId): Session => {
    const directory = practiceDirectory(real, id);
    const person = directory.person(id);
    if (!person) throw new Error('nobody to practise with');
    const practice = randomUUID();
    const render = markedRenderer(plain, practice);
    const { cases: store, keyValues, close } = memoryStores(now);
    const accessLog = accessLogIn(keyValues);
    const undelivered: DoorTools['undelivered'] = async () => [];
    const familyLinks = noFamilyLinks;
    const desk = { directory, store, render, now, accessLog, familyLinks, undelivered, practised: true } as const;
    const played = playedCase(desk, id, protocol.version);
    const tools: DoorTools = {
      ...desk,
      papers: noPapers(keyValues, now),
      destruction: { proofs: async () => [] },
      statistics: { read: async () => [] },
      actions: actionListsIn(keyValues),
      digestWish: digestWishIn(keyValues, now),
      languages,
      handle: played.handle,
      talk: talkOf(new MainDialog(), conversationStorage({ store: keyValues, now, fault })),
      fault,
      practice: self,
    };
    return { id: practice, lastAt: now(), played, door: new CardDoor(tools), person, tools, stop: close };
  };

  const recap = async ({ played, person, tools }: Session, t: Tongue): Promise<Card> => {
    const desk = new PersonalDesk({ ...tools, render: plain }, person, t);
    const caseId = played.caseId();
    const card = caseId === undefined ? undefined : await desk.card({ form: 'practice/recap', caseId });
    return card ?? message(t, t.say.practiceStopped);
  };

  /** What the cast did after this press, and what the person hears of it; at the end of the case the recap. */
  const goOn = async (context: TurnContext, session: Session, t: Tongue): Promise<void> => {
    const { played, person } = session;
    const cards = [...(await played.answers(t))];
    if (played.ended()) {
      cards.push(await recap(session, t));
      await drop(person.id);
    }
    for (const card of cards) await context.sendActivity(cardActivity(card));
  };

  const self: Practice = {
    runs: (person) => sessions.has(person),
    begin: async ({ person: { id }, t }) => {
      await drop(id);
      await makeRoom();
      const session = begun(id);
      sessions.set(id, session);
      const desk = new PersonalDesk(session.tools, session.person, t);
      return (await desk.card({ form: 'practice/begin' })) ?? desk.noCaseCard();
    },
    end: async ({ person: { id }, t }) => {
      const session = sessions.get(id);
      if (!session) return message(t, t.say.practiceOver);
      const card = await recap(session, t);
      await drop(id);
      return card;
    },
    press: async (context, { person: { id }, t }) => {
      const pressed = pressedIn(context.activity.value);
      const mark = pressed && markIn(pressed.data);
      if (!pressed || mark === undefined) return undefined;
      const { verb, data } = pressed;
      const value = (without: readonly string[]) => ({
        action: { type: 'Action.Execute', verb, data: unmarked(data, without) },
      });
      if (verb === 'showEmergency') {
        // Danger is never practised: what this button opens is the real thing.
        context.activity.value = value([MARK, 'case']);
        await context.sendActivity(cardActivity(message(t, t.say.practiceEmergency)));
        return undefined;
      }
      const session = sessions.get(id);
      if (session?.id !== mark) return { card: message(t, t.say.practiceOver) };
      if (verb === 'getDocument' || verb === 'askOneDrive') return { line: t.say.practiceNoPaper };
      session.lastAt = now();
      context.activity.value = value([MARK]);
      const reply = await session.door.press(context, new PersonalDesk(session.tools, session.person, t));
      try {
        if (sessions.get(id) === session) await goOn(context, session, t);
      } catch (error) {
        fault('practice', error); // the answer to the press itself stands
      }
      return reply;
    },
  };
  return self;
};
