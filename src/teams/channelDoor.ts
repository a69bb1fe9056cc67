import { TurnContext } from 'botbuilder';
import { plain } from '../cards/plain';
import type { RenderCard } from '../cards/render';
import * as z from 'zod';
import type { Directory, Person, School } from '../directory/directory';
import type { Instant } from '../protocol/time';
import { sayElsewhere } from '../text/elsewhere';
import { channelIn, type Channel, type Channels } from './channels';
import { bareWords, channelWishOf } from './channelWords';
import type { Inbound } from './inbound';
import { channelCard } from './lines';
import { cardActivity } from './reply';

export type ChannelTools = {
  directory: Directory;
  channels: Channels;
  inbound: Inbound;
  render: RenderCard;
  now: () => Instant;
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
  await context.sendActivity(cardActivity(channelCard(tools, activity, await said())));
};

/** Teams tells a name or none. */
const nameSchema = z.string().trim().min(1).max(100);

/** Says hello in a team, once: who added it, what it does there, and what a school leader can ask. */
export const greetTeam = async (tools: ChannelTools, context: TurnContext): Promise<void> => {
  const { from } = context.activity;
  const name = tools.directory.person(from?.aadObjectId ?? '')?.name ?? nameSchema.safeParse(from?.name).data;
  const by = name === undefined ? '' : sayElsewhere.addedBy(plain(name));
  const hello = ['Hallo!', by, sayElsewhere.teamHello].filter((part) => part !== '').join(' ');
  await context.sendActivity(cardActivity(channelCard(tools, context.activity, hello)));
};
