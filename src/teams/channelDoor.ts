import { TurnContext, type Activity } from 'botbuilder';
import type { Card, RenderCard } from '../cards/render';
import type { Directory, Person, School } from '../directory/directory';
import type { Instant } from '../protocol/time';
import { sayElsewhere } from '../text/elsewhere';
import { say } from '../text/nl';
import { channelIn, type Channel, type Channels } from './channels';
import { bareWords, channelWishOf } from './channelWords';
import { chatLink } from './chatLink';
import type { Inbound } from './inbound';
import { cardActivity } from './reply';

export type ChannelTools = {
  directory: Directory;
  channels: Channels;
  inbound: Inbound;
  render: RenderCard;
  now: () => Instant;
};

/** A line for all to read, with the way to everybody's own chat. */
const lineFor = ({ directory, render }: ChannelTools, { recipient }: Activity, text: string): Card => {
  return render('notices/channel', {
    text,
    link: chatLink(directory.tenantId, recipient.id),
    footer: say.footer(directory.board.contacts),
  });
};

const ledBy = (directory: Directory, person: Person | undefined): School[] =>
  person === undefined
    ? []
    : directory.schools().filter(({ id }) => {
        const held = directory.rolesAt(person.id, id);
        return held.includes('schoolleider') || held.includes('plaatsvervangend-schoolleider');
      });

/** The school that is meant: the only one somebody leads, or the one that is named. */
const meant = (schools: readonly School[], named: string): School | undefined => {
  const fits = schools.filter(({ name }) => named !== '' && bareWords(name).includes(named));
  if (fits.length === 1) return fits[0];
  return schools.length === 1 && named === '' ? schools[0] : undefined;
};

const choose = async (
  { directory, channels }: ChannelTools,
  channel: Channel | undefined,
  person: Person | undefined,
  named: string,
): Promise<string> => {
  if (!channel) return sayElsewhere.channelOnly;
  const schools = ledBy(directory, person);
  if (schools.length === 0) return sayElsewhere.channelForLeader;
  const school = meant(schools, named);
  if (!school) return sayElsewhere.whichSchool(schools.map(({ name }) => name).join(', '));
  if (school.channel && school.channel.id !== channel.channelId) return sayElsewhere.otherChannel;
  await channels.choose(school.id, channel);
  return sayElsewhere.channelChosen(school.name);
};

const silence = async (
  { directory, channels }: ChannelTools,
  channel: Channel | undefined,
  person: Person | undefined,
): Promise<string> => {
  if (!channel) return sayElsewhere.ownChat;
  const schools = ledBy(directory, person);
  if (schools.length === 0) return sayElsewhere.channelForLeader;
  for (const { id } of schools)
    if ((await channels.find(id))?.channelId === channel.channelId) await channels.forget(id);
  return sayElsewhere.channelSilent;
};

/**
 * Answers where others read along: the way to the own chat, and a school leader's wish for lines here. What else was typed
 * is read by nobody and kept nowhere.
 */
export const answerElsewhere = async (
  tools: ChannelTools,
  context: TurnContext,
  person: Person | undefined,
): Promise<void> => {
  await tools.inbound.once(context.activity, () => answer(tools, context, person));
};

const answer = async (tools: ChannelTools, context: TurnContext, person: Person | undefined): Promise<void> => {
  const { activity } = context;
  const wish = channelWishOf(TurnContext.removeRecipientMention(activity) ?? '');
  const channel = channelIn(activity, tools.now());
  const said = {
    lines: () => choose(tools, channel, person, wish.wants === 'lines' ? wish.school : ''),
    silence: () => silence(tools, channel, person),
    other: async () => sayElsewhere.ownChat,
  }[wish.wants];
  await context.sendActivity(cardActivity(lineFor(tools, activity, await said())));
};

/** Says hello in a team, once: who it is, and what a school leader can ask. */
export const greetTeam = async (tools: ChannelTools, context: TurnContext): Promise<void> => {
  await context.sendActivity(cardActivity(lineFor(tools, context.activity, sayElsewhere.teamHello)));
};
