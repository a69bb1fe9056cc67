import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TurnContext,
  type Activity,
  type ConversationReference,
} from 'botbuilder';
import { createServer, plugins, type Request, type Response } from 'restify';
import { NotSent } from './card';
import { fakeTeams, type FakeTeams, type FakeTeamsOptions } from './fakeTeams';
import { at, type JsonObject } from './json';
import { BotRefused, type Person } from './person';

const tenantId = '22222222-2222-4222-8222-222222222222';
const appId = '11111111-1111-4111-8111-111111111111';

const askCard = (title: string): JsonObject => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: title },
    {
      type: 'Input.Text',
      id: 'what',
      label: 'Wat zag je?',
      isRequired: true,
      errorMessage: 'Vul in wat je zag.',
      maxLength: 20,
    },
    { type: 'Input.Number', id: 'times', label: 'Hoe vaak?', min: 1, max: 5, errorMessage: 'Kies 1 tot 5.', value: 1 },
    { type: 'Input.Date', id: 'day', label: 'Dag', max: '2026-11-24', errorMessage: 'Die dag komt nog.' },
    { type: 'Input.Toggle', id: 'sure', title: 'Zeker' },
    {
      type: 'Container',
      isVisible: false,
      items: [
        {
          ...{ type: 'Input.ChoiceSet', id: 'who', label: 'Wie', isMultiSelect: true },
          choices: [
            { title: 'Juf', value: 'a' },
            { title: 'Meester', value: 'b' },
          ],
        },
        {
          type: 'ActionSet',
          actions: [{ type: 'Action.Execute', title: 'Bewaar', verb: 'keep', data: { m: { case: 'c1' } } }],
        },
      ],
    },
    { type: 'Container', items: [], selectAction: { type: 'Action.Execute', title: 'Meer', verb: 'toast' } },
  ],
  actions: [
    {
      type: 'Action.ShowCard',
      title: 'Anders',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'why' }],
        actions: [{ type: 'Action.Execute', title: 'Stuur reden', verb: 'keep', data: { m: { case: 'c1' } } }],
      },
    },
    { type: 'Action.Execute', title: 'Weiger', verb: 'refuse', associatedInputs: 'none' },
  ],
});

const said = (text: string): JsonObject => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});

const cardActivity = (content: JsonObject): Partial<Activity> => ({
  type: 'message',
  summary: 'Bericht',
  attachments: [CardFactory.adaptiveCard(content)],
});

interface TinyBot {
  close(): Promise<void>;
  adapter: CloudAdapter;
  url: string;
  heard: Activity[];
}

/** The smallest bot that uses every door: echo, cards, invoke answers, update and proactive messages. */
const tinyBot = async (settings: Record<string, string> = {}, credentials?: Credentials): Promise<TinyBot> => {
  const heard: Activity[] = [];
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, credentials));
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  const logic = async (context: TurnContext): Promise<void> => {
    heard.push(context.activity);
    if (context.activity.type === 'invoke') {
      const verb = at(context.activity.value, 'action', 'verb');
      const body =
        verb === 'keep'
          ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: said('Bewaard') }
          : verb === 'toast'
            ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Gezien' }
            : {
                statusCode: 400,
                type: 'application/vnd.microsoft.error',
                value: { code: 'no', message: 'Dat mag niet' },
              };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    } else if (context.activity.type === 'installationUpdate') {
      await context.sendActivity(context.activity.action === 'add' ? 'Welkom' : '');
    } else if (context.activity.text?.includes('vraag')) {
      await context.sendActivity(cardActivity(askCard('Vraag')));
    } else if (context.activity.type === 'message') {
      await context.sendActivity(`echo: ${TurnContext.removeRecipientMention(context.activity).trim()}`);
    }
  };
  const server = createServer();
  server.use(plugins.bodyParser({ mapParams: false }));
  server.post('/api/messages', async (request: Request, response: Response) => {
    // The SDK's own request and response types are narrower than restify's, though it is written for restify.
    await adapter.process(request as never, response as never, logic);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', () => ready());
  });
  const { port } = server.address();
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.server.close(() => closed());
      server.server.closeAllConnections();
    });
  return { close, adapter, heard, url: `http://127.0.0.1:${port}/api/messages` };
};

type Credentials = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

describe('fakeTeams', () => {
  const open: { close(): void | Promise<void> }[] = [];
  // The SDK prints each failed turn; these tests fail turns on purpose.
  beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const one of open.splice(0)) await one.close();
  });

  const given = async (
    extra: Partial<FakeTeamsOptions> = {},
  ): Promise<{ bot: TinyBot; teams: FakeTeams; marieke: Person }> => {
    const bot = await tinyBot();
    const teams = await fakeTeams({ botUrl: bot.url, tenantId, ...extra });
    open.push(teams, bot);
    const marieke = teams.person({ aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Marieke de Vries' });
    return { bot, teams, marieke };
  };

  const asked = async (): Promise<Awaited<ReturnType<typeof given>>> => {
    const all = await given();
    await all.marieke.installs();
    await all.marieke.says('vraag');
    return all;
  };

  const valueOf = (bot: TinyBot): unknown => at(bot.heard.at(-1)?.value, 'action', 'data');

  test('a person who installs and says something reads the answers in order', async () => {
    const { bot, marieke } = await given();
    await marieke.installs();
    await marieke.says('hoi');
    expect(marieke.chat.texts).toEqual(['Welkom', 'echo: hoi']);
    expect(bot.heard.map(({ type }) => type)).toEqual(['conversationUpdate', 'installationUpdate', 'message']);
    expect(bot.heard.at(-1)).toMatchObject({
      channelId: 'msteams',
      locale: 'nl-NL',
      from: { aadObjectId: marieke.aadObjectId },
      conversation: { conversationType: 'personal', tenantId },
      channelData: { tenant: { id: tenantId } },
    });
  });

  test('a press sends data and inputs as a real client does and shows the card that comes back', async () => {
    const { bot, marieke } = await asked();
    const card = marieke.chat.lastCard('Vraag');
    const outcome = await marieke.presses(card, 'Bewaar', { what: 'blauwe plek', who: ['a', 'b'], sure: true });
    expect(valueOf(bot)).toEqual({
      m: { case: 'c1' },
      what: 'blauwe plek',
      times: '1',
      day: '',
      sure: 'true',
      who: 'a,b',
    });
    expect(bot.heard.at(-1)?.replyToId).toBe(card.activityId);
    expect(outcome).toMatchObject({ kind: 'card', status: 200 });
    expect(marieke.chat.cards.map(({ text }) => text)).toEqual(['Bewaard']);
  });

  test('a client that leaves empty inputs out can be played too', async () => {
    const { bot, marieke } = await asked();
    await marieke.presses(marieke.chat.lastCard(), 'Bewaar', { what: 'x' }, { emptyInputs: 'leftOut' });
    expect(valueOf(bot)).toEqual({ m: { case: 'c1' }, what: 'x', times: '1', sure: 'false' });
  });

  test('a button in a ShowCard sends the inputs of both cards, a root button not those of the ShowCard', async () => {
    const { bot, marieke } = await asked();
    await marieke.presses(marieke.chat.lastCard(), 'Stuur reden', { what: 'x', why: 'daarom' });
    expect(valueOf(bot)).toMatchObject({ what: 'x', why: 'daarom' });
    await marieke.says('vraag');
    await expect(marieke.presses(marieke.chat.lastCard(), 'Bewaar', { why: 'x' })).rejects.toThrow(
      'sends no input why',
    );
  });

  test('a toast and an error leave the card as it was', async () => {
    const { marieke } = await asked();
    const card = marieke.chat.lastCard();
    expect(await marieke.presses(card, 'Meer', { what: 'x' })).toMatchObject({ kind: 'toast', toast: 'Gezien' });
    expect(marieke.chat.toasts).toEqual(['Gezien']);
    const refused = await marieke.presses(card, 'Weiger');
    expect(refused).toMatchObject({ kind: 'error', error: { code: 'no', message: 'Dat mag niet' } });
    expect(marieke.chat.lastCard()).toEqual(card);
  });

  test.each([
    [{}, ['Vul in wat je zag.']],
    [{ what: 'x'.repeat(21), times: 6 }, ['Vul in wat je zag.', 'Kies 1 tot 5.']],
    [{ what: 'x', day: '2026-11-25' }, ['Die dag komt nog.']],
  ])('the client stops %j and sends nothing', async (filled, messages) => {
    const { bot, marieke } = await asked();
    const before = bot.heard.length;
    const refusal = marieke.presses(marieke.chat.lastCard(), 'Bewaar', filled);
    await expect(refusal).rejects.toBeInstanceOf(NotSent);
    await expect(refusal).rejects.toMatchObject({ messages });
    expect(bot.heard).toHaveLength(before);
  });

  test('a forged client sends what it likes', async () => {
    const { bot, marieke } = await asked();
    const forged = { what: '', who: 'z', extra: 'ja' };
    await marieke.presses(marieke.chat.lastCard(), 'Bewaar', forged, { skipClientValidation: true });
    expect(valueOf(bot)).toMatchObject(forged);
  });

  const referenceOf = (bot: TinyBot): ConversationReference => {
    const activity = bot.heard.at(-1);
    if (activity === undefined) throw new Error('the bot heard nothing');
    return TurnContext.getConversationReference(activity) as ConversationReference; // of a whole activity it is whole
  };

  test('an update of the message replaces the card for everybody, also after a press', async () => {
    const { bot, marieke } = await asked();
    const card = marieke.chat.lastCard();
    await marieke.presses(card, 'Bewaar', { what: 'x' });
    await bot.adapter.continueConversationAsync(appId, referenceOf(bot), async (context) => {
      await context.updateActivity({ ...cardActivity(said('Bijgewerkt')), id: card.activityId });
    });
    expect(marieke.chat.cards.map(({ text }) => text)).toEqual(['Bijgewerkt']);
    expect(marieke.chat.everything()).toContain('Vraag');
    expect(marieke.chat.previews).toContain('Bericht');
  });

  test('an update or a delete of a message that is not there is a 404', async () => {
    const { bot, marieke } = await asked();
    const gone = bot.adapter.continueConversationAsync(appId, referenceOf(bot), async (context) => {
      await context.updateActivity({ ...cardActivity(said('x')), id: '1' });
    });
    await expect(gone).rejects.toMatchObject({ statusCode: 404 });
    await bot.adapter.continueConversationAsync(appId, referenceOf(bot), async (context) => {
      await context.deleteActivity(marieke.chat.lastCard().activityId);
    });
    expect(marieke.chat.cards).toEqual([]);
  });

  const writesTo = (bot: TinyBot, teams: FakeTeams, who: string): Promise<void> => {
    const parameters = {
      ...{ isGroup: false, tenantId, bot: { id: '28:meldcode-bot', name: 'Meldcode' } },
      members: [{ id: who, name: '' }],
      channelData: { tenant: { id: tenantId } },
    };
    return bot.adapter.createConversationAsync(
      appId,
      'msteams',
      teams.serviceUrl,
      'https://api.botframework.com',
      parameters, // the SDK asks for an activity and a topic that a 1:1 chat does not have
      async (context) => void (await context.sendActivity(cardActivity(said('Verzoek')))),
    );
  };

  test('the bot opens the chat of somebody by object id, and only once the app is there', async () => {
    const { bot, teams } = await given();
    const tom = teams.person({ aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Tom Bos' });
    const notThere = { statusCode: 403, code: 'BotNotInConversationRoster' };
    await expect(writesTo(bot, teams, tom.aadObjectId)).rejects.toMatchObject(notThere);
    await tom.installs();
    await writesTo(bot, teams, tom.aadObjectId);
    expect(tom.chat.lastCard('Verzoek').text).toBe('Verzoek');
    tom.blocked = true;
    await expect(writesTo(bot, teams, tom.id)).rejects.toMatchObject({ code: 'ConversationBlockedByUser' });
  });

  test('a fault before delivers nothing, a fault after delivers and drops the connection', async () => {
    const { teams, marieke } = await given();
    const sends = ({ kind }: { kind: string }): boolean => kind === 'send' || kind === 'reply';
    const refusal = teams.fault({ match: sends, status: 403, code: 'BotDisabledByAdmin' });
    await expect(marieke.says('een')).rejects.toBeInstanceOf(BotRefused);
    expect(marieke.chat.texts).toEqual([]);
    expect(refusal.struck).toBe(1);
    teams.fault({ match: sends, when: 'after' });
    await marieke.says('twee').catch(() => undefined);
    expect(marieke.chat.texts).toContain('echo: twee');
    expect(teams.calls.map(({ answer }) => answer)).toEqual(expect.arrayContaining([403, 'dropped']));
  });

  test('a mention in a channel carries the team and is answered in the thread', async () => {
    const { bot, teams, marieke } = await given();
    const channel = teams.channel('Zorgteam', [marieke]);
    await marieke.mentions(channel, 'status');
    expect(bot.heard.at(-1)).toMatchObject({
      entities: [{ type: 'clientInfo' }, { type: 'mention', text: '<at>Meldcode</at>' }],
      conversation: { conversationType: 'channel', isGroup: true },
      channelData: { channel: { name: 'Zorgteam' } },
    });
    expect(channel.conversation.texts()).toEqual(['echo: status']);
  });

  test('quiet waits for what the bot still sends after its answer, until polls', async () => {
    const { bot, teams, marieke } = await asked();
    const reference = referenceOf(bot);
    setTimeout(() => {
      void bot.adapter.continueConversationAsync(appId, reference, async (context) => {
        await context.sendActivity('later');
      });
    }, 50);
    await teams.quiet(400);
    expect(marieke.chat.texts).toContain('later');
    await expect(teams.until(() => false, 'the impossible', 50)).rejects.toThrow('the impossible');
  });

  test('with auth the bot takes signed activities only and writes with a token', async () => {
    const teams = await fakeTeams({ botUrl: '', tenantId, appId, auth: true });
    open.push(teams);
    const { authority, base } = teams;
    if (authority === undefined) throw new Error('no authority');
    const bot = await tinyBot(authority.settings(base), authority.credentials(base));
    open.push(bot);
    teams.botUrl = bot.url;
    const marieke = teams.person({ aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Marieke' });
    await marieke.installs();
    await marieke.says('hoi');
    expect(marieke.chat.texts).toEqual(['Welkom', 'echo: hoi']);
    const activity = marieke.activity('message', { text: 'vals' });
    const otherAudience = authority.toBot(teams.serviceUrl, {}, { audience: tenantId });
    expect(await teams.deliver(activity, {})).toMatchObject({ status: 401 });
    expect(await teams.deliver(activity, { authorization: `Bearer ${otherAudience}` })).toMatchObject({ status: 401 });
    expect((await fetch(`${teams.serviceUrl}v3/conversations`, { method: 'POST' })).status).toBe(401);
    expect(marieke.chat.texts).toHaveLength(2);
  });
});
