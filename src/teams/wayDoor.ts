import type { TurnContext } from 'botbuilder';
import { isActionForm } from '../cards/actions';
import { formOf, isFormName, type FormName } from '../cards/forms';
import type { Card } from '../cards/render';
import type { Way } from '../cards/ways';
import { beginTurn, type Intention } from '../dialogs/turn';
import { showActions } from './actionDoor';
import type { DoorTools } from './cardDoor';
import type { PersonalDesk } from './desk';
import { decideSamePupil } from './samePupilDoor';
import { linkSibling, startsSibling } from './siblingDoor';
import { destroyedCard } from './destroyedList';
import { readyDocument, readyFigures } from './documentDoor';
import { figuresCard } from './figuresCard';
import { chooseLanguage } from './languageWish';
import { askOneDrive } from './oneDriveDoor';
import { myCasesCard, myRequestsCard } from './myLists';
import { cardActivity, updatePressed, type Reply } from './reply';

/** Follows a press that leads somewhere. The pressed card becomes where it leads, except where typed text would be lost. */
export const followWay = async (
  tools: DoorTools,
  context: TurnContext,
  desk: PersonalDesk,
  way: Way,
): Promise<Reply> => {
  switch (way.verb) {
    case 'showEmergency':
      return beside(context, await emergencyCard(tools, desk, way.case), desk);
    case 'showStuck':
      return beside(context, way.case ? await desk.card({ form: 'shared/stuck', caseId: way.case }) : undefined, desk);
    case 'hideCard':
      return inPlace(tools, context, desk.render('shared/hidden', { m: { case: way.case ?? '' } }));
    case 'getDocument':
      return inPlace(tools, context, await readyDocument(tools, desk, way));
    case 'askOneDrive': {
      const asked = await askOneDrive(tools, context, desk, way);
      return 'card' in asked ? inPlace(tools, context, asked.card) : asked;
    }
    case 'showDefinitions':
      return page(tools, context, desk, 'shared/definitions');
    case 'showPrivacy':
      return page(tools, context, desk, 'shared/privacy');
    case 'showDestroyed':
      return inPlace(tools, context, (await destroyedCard(tools, desk)) ?? desk.message(desk.t.say.notForYou));
    case 'showFigures':
      return inPlace(tools, context, (await figuresCard(tools, desk, way.about)) ?? desk.message(desk.t.say.notForYou));
    case 'getFigures':
      return inPlace(tools, context, await readyFigures(tools, desk, way.about));
    case 'showActions':
      return inPlace(tools, context, await showActions(tools, desk, { form: 'audit/actions', ...aboutIn(way) }));
    case 'showHelp':
      return page(tools, context, desk, 'shared/help');
    case 'startPractice':
      return beside(context, await tools.practice.begin(desk), desk);
    case 'endPractice':
      return inPlace(tools, context, await tools.practice.end(desk));
    case 'showMyCases':
      return inPlace(tools, context, await myCasesCard(tools, desk, way.about));
    case 'showMyRequests':
      return inPlace(tools, context, await myRequestsCard(tools, desk, way.about));
    case 'stopDigest':
      await tools.digestWish.set(desk.person.id, 'off');
      return inPlace(tools, context, desk.message(desk.t.say.digestOff));
    case 'chooseLanguage':
      return inPlace(tools, context, await chooseLanguage(tools.languages, desk, way.about === 'en' ? 'en' : 'nl'));
    case 'linkSibling':
      return inPlace(tools, context, await linkSibling(tools, desk, way, 'link'));
    case 'unlinkSibling':
      return inPlace(tools, context, await linkSibling(tools, desk, way, 'unlink'));
    case 'decideSamePupil':
      return inPlace(tools, context, await decideSamePupil(tools, desk, way));
    case 'startSibling': {
      const started = await startsSibling(desk, way);
      if ('card' in started) return inPlace(tools, context, started.card);
      return goTo(tools, context, desk, {
        to: 'intake',
        form: 'intake/open-case',
        school: started.school,
        about: started.from,
      });
    }
    case 'showTriage':
    case 'showHub':
    case 'showChronology':
    case 'openForm': {
      if (way.form && isActionForm(way.form))
        return inPlace(tools, context, await showActions(tools, desk, { form: way.form, ...aboutIn(way) }));
      const intention = intentionOf(way);
      return intention ? lead(tools, context, desk, intention, way.detail) : { line: desk.t.say.unknownButton };
    }
  }
};

const aboutIn = ({ about }: Way): { about?: string } => (about ? { about } : {});

const intentionOf = (way: Way): Intention | undefined => {
  const { verb, case: caseId, form, about, school } = way;
  if (verb === 'showTriage') return { to: 'intake', form: 'intake/triage', ...(school && { school }) };
  if (verb === 'showChronology')
    return caseId ? { to: 'case', caseId, form: 'shared/chronology', ...(about && { about }) } : undefined;
  if (verb === 'showHub' || form === 'shared/hub') return caseId ? { to: 'case', caseId } : undefined;
  if (!form || !isFormName(form)) return undefined;
  if (formOf(form).caseless) return { to: 'intake', form, ...(school && { school }) };
  return caseId ? { to: 'case', caseId, form, ...(about && { about }) } : undefined;
};

/** The numbers, also when the store is away. In a case that this person works on, what was done is written down there. */
export const emergencyCard = async (
  { fault }: Pick<DoorTools, 'fault'>,
  desk: PersonalDesk,
  caseId?: string,
): Promise<Card | undefined> => {
  let about: string | undefined;
  try {
    about = caseId !== undefined && (await desk.file(caseId)) !== undefined ? caseId : undefined;
  } catch (error) {
    fault('emergency', error);
  }
  return desk.card({ form: 'shared/emergency', ...(about !== undefined && { about }) });
};

/** Runs the dialogs towards an intention. The first card they show takes the place of the pressed one. */
export const lead = async (
  tools: DoorTools,
  context: TurnContext,
  desk: PersonalDesk,
  intention: Intention,
  detail?: string,
): Promise<Reply> => {
  desk.fill(
    detail
      ? {
          ...{ detail, firstSignal: detail, what: detail },
          ...(intention.form === 'step1-signals/signal' && { text: detail }),
        }
      : {},
  );
  return goTo(tools, context, desk, intention);
};

const goTo = async (
  tools: DoorTools,
  context: TurnContext,
  desk: PersonalDesk,
  intention: Intention,
): Promise<Reply> => {
  let first: Card | undefined;
  const present = async (card: Card): Promise<void> => {
    if (first) await context.sendActivity(cardActivity(card));
    else first = card;
  };
  beginTurn(context, { desk, intention, present });
  await tools.talk.lead(context, async () => {
    first = undefined;
    await context.sendActivity(cardActivity(desk.message(desk.t.say.lostThread)));
  });
  return first ? inPlace(tools, context, first) : { line: desk.t.say.unknownButton };
};

const inPlace = async (tools: DoorTools, context: TurnContext, card: Card): Promise<Reply> => {
  try {
    await updatePressed(context, card);
  } catch (error) {
    tools.fault('update', error);
  }
  return { card };
};

const page = async (tools: DoorTools, context: TurnContext, desk: PersonalDesk, form: FormName): Promise<Reply> =>
  inPlace(tools, context, (await desk.card({ form })) ?? desk.noCaseCard());

/** Below the pressed card, which keeps what was typed in it. */
const beside = async (context: TurnContext, card: Card | undefined, desk: PersonalDesk): Promise<Reply> => {
  await context.sendActivity(cardActivity(card ?? desk.noCaseCard()));
  return { line: desk.t.say.cardStays };
};
