import type { Activity, TurnContext } from 'botbuilder';
import type { FormName } from '../cards/forms';
import type { Card } from '../cards/render';
import { beginTurn, type Intention } from '../dialogs/turn';
import { maySeeFile } from '../protocol/roles';
import { showActions } from './actionDoor';
import type { DoorTools } from './cardDoor';
import type { PersonalDesk } from './desk';
import { figuresCard } from './figuresCard';
import { chooseLanguage } from './languageWish';
import { intentOf, speaksOfDanger, type Intent } from './intents';
import { myCasesCard, myRequestsCard, runningCases, whichCaseCard } from './myLists';
import { keysOf } from './people';
import { cardActivity } from './reply';

/** Longest typed line that is read for its meaning; more than that is surely no command. */
const READ = 4000;

const SHOWN = Symbol('the emergency card was shown in this turn');

/** Somebody who needs help now gets the numbers before the store is asked anything: they need nothing of it (I-18). */
export const emergencyFirst = async (context: TurnContext, desk: PersonalDesk): Promise<void> => {
  const text = (context.activity.text ?? '').slice(0, READ);
  if (!speaksOfDanger(text) && intentOf(text).means !== 'emergency') return;
  const card = await desk.card({ form: 'shared/emergency' });
  if (!card) return;
  await context.sendActivity(cardActivity(card));
  context.turnState.set(SHOWN, true);
};

/** Answers a typed line in a person's own chat. What is typed here is never recorded; cards do that. */
export const answerMessage = async (tools: DoorTools, context: TurnContext, desk: PersonalDesk): Promise<void> => {
  const text = (context.activity.text ?? '').slice(0, READ);
  const show = async (card: Card): Promise<void> => {
    await context.sendActivity(cardActivity(card));
  };
  const page = async (form: FormName): Promise<void> => show((await desk.card({ form })) ?? desk.noCaseCard());
  if (brings(context.activity)) {
    await show(desk.message(desk.t.say.noFiles));
    // What was written beside it still counts when it means something.
    if (!speaksOfDanger(text) && (bareOf(text) === '' || intentOf(text).means === 'unknown')) return;
  }
  const aside = tools.aside?.(text);
  if (aside !== undefined) return show(desk.message(aside));
  const intent = intentOf(text);
  const danger = speaksOfDanger(text);
  const shown = context.turnState.get(SHOWN) === true;
  if (!shown && (danger || intent.means === 'emergency')) await page('shared/emergency');
  const practising = tools.practice.runs(desk.person.id);
  // Typed words are always real; whoever is practising must not take the card that comes for a part of it.
  if (practising && isReal(intent)) await show(desk.message(desk.t.say.practiceBeside));
  switch (intent.means) {
    case 'practice':
      return show(await tools.practice.begin(desk));
    case 'worried':
      return lead(tools, context, desk, { to: 'intake', form: 'intake/triage' }, intent.detail);
    case 'signal':
      return signal(tools, context, desk, intent.detail);
    case 'overview':
      return overview(tools, context, desk);
    case 'myCases':
      return show(await myCasesCard(tools, desk));
    case 'myRequests':
      return show(await myRequestsCard(tools, desk));
    case 'digestOn':
    case 'digestOff': {
      const wish = intent.means === 'digestOn' ? 'on' : 'off';
      await tools.digestWish.set(desk.person.id, wish);
      return show(desk.message(wish === 'on' ? desk.t.say.digestOn : desk.t.say.digestOff));
    }
    case 'inEnglish':
    case 'inDutch':
      return show(await chooseLanguage(tools.languages, desk, intent.means === 'inEnglish' ? 'en' : 'nl'));
    case 'definitions':
      return page('shared/definitions');
    case 'privacy':
      return page('shared/privacy');
    case 'figures':
      return show((await figuresCard(tools, desk)) ?? desk.message(desk.t.say.notForYou));
    case 'actions':
      return show(await showActions(tools, desk, { form: 'audit/actions' }));
    case 'about':
      return page('shared/about');
    case 'help':
      return page('shared/help');
    case 'emergency':
      return;
    case 'stop':
      if (practising) return show(await tools.practice.end(desk));
      await tools.talk.forget(context);
      return show(desk.message(desk.t.say.stopped));
    case 'unknown':
      return danger ? undefined : show(desk.message(desk.t.say.notUnderstood, '', 'start'));
  }
};

/** A picture or a file; Teams adds formatted text as an attachment of its own, and that is only the message again. */
const brings = ({ attachments }: Partial<Activity>): boolean =>
  Array.isArray(attachments) && attachments.some((one: unknown) => kindOf(one) !== 'text/html');
const kindOf = (attachment: unknown): unknown =>
  typeof attachment === 'object' && attachment !== null && 'contentType' in attachment ? attachment.contentType : '';
const bareOf = (text: string): string => text.replace(/&nbsp;|\s/g, '');

/** Does this typed line open something of the real work? */
const isReal = ({ means }: Intent): boolean =>
  means === 'worried' || means === 'signal' || means === 'overview' || means === 'myCases' || means === 'myRequests';

/** A signal in one message: straight to its card when there is one case, a choice when there are more. */
const signal = async (tools: DoorTools, context: TurnContext, desk: PersonalDesk, detail?: string): Promise<void> => {
  const cases = await runningCases(tools, desk);
  const [only, another] = cases;
  if (!only) return lead(tools, context, desk, { to: 'intake', form: 'intake/triage' }, detail);
  if (another) return void (await context.sendActivity(cardActivity(whichCaseCard(desk, cases, detail))));
  return lead(tools, context, desk, { to: 'case', caseId: only.caseId, form: 'step1-signals/signal' }, detail);
};

const lead = async (
  tools: DoorTools,
  context: TurnContext,
  desk: PersonalDesk,
  intention: Intention,
  detail?: string,
): Promise<void> => {
  desk.fill(detail ? { detail, ...(intention.form === 'step1-signals/signal' && { text: detail }) } : {});
  const present = async (card: Card): Promise<void> => {
    await context.sendActivity(cardActivity(card));
  };
  beginTurn(context, { desk, intention, present });
  await tools.talk.lead(context, async () => {
    await context.sendActivity(cardActivity(desk.message(desk.t.say.lostThread)));
  });
};

/** The case that was worked on last; the list when there is a choice to make. */
const overview = async (tools: DoorTools, context: TurnContext, desk: PersonalDesk): Promise<void> => {
  const { heads, damaged } = await tools.store.find(keysOf(tools.directory, desk.person), { status: 'open', limit: 2 });
  const seen = heads.filter(({ file }) => maySeeFile(desk.actor(file), file));
  const [only, another] = seen;
  if (!only || another || damaged) {
    await context.sendActivity(cardActivity(await myCasesCard(tools, desk)));
    return;
  }
  await lead(tools, context, desk, { to: 'case', caseId: only.caseId });
};
