import { CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { createServer, plugins, type Request, type Response } from 'restify';

// The smallest bot that shows every input; the page object is tried on it, apart from the product.

const choices = [
  { title: 'Groep 5', value: '5' },
  { title: 'Groep 6', value: '6' },
  { title: 'Groep 7', value: '7' },
];

const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Vraag' },
    {
      type: 'Input.Text',
      id: 'what',
      label: 'Wat zag je?',
      isMultiline: true,
      isRequired: true,
      errorMessage: 'Vul in wat je zag.',
    },
    { type: 'Input.Date', id: 'day', label: 'Op welke dag?' },
    { type: 'Input.Time', id: 'time', label: 'Hoe laat?' },
    { type: 'Input.Number', id: 'times', label: 'Hoe vaak?' },
    {
      type: 'Input.ChoiceSet',
      id: 'group',
      label: 'Welke groep?',
      isRequired: true,
      errorMessage: 'Kies een groep.',
      choices,
    },
    {
      type: 'Input.ChoiceSet',
      id: 'sure',
      label: 'Weet je het zeker?',
      isRequired: true,
      errorMessage: 'Kies een antwoord.',
      style: 'expanded',
      choices: [
        { title: 'Ja', value: 'ja' },
        { title: 'Nee', value: 'nee' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'signals',
      label: 'Welke signalen?',
      isRequired: true,
      errorMessage: 'Kies een signaal.',
      style: 'expanded',
      isMultiSelect: true,
      choices: [
        { title: 'Moe', value: 'moe' },
        { title: 'Niet moe', value: 'stil' },
        { title: 'Boos', value: 'boos' },
      ],
    },
    { type: 'Input.ChoiceSet', id: 'others', label: 'Welke groepen nog meer?', isMultiSelect: true, choices },
    { type: 'Input.Toggle', id: 'agree', title: 'Ik heb dit zelf gezien' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Bewaar', verb: 'keep', data: { m: { case: 'c1' } } },
    {
      type: 'Action.ShowCard',
      title: 'Uitleg',
      card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Dit is de uitleg.' }] },
    },
  ],
};

const logic = async (context: TurnContext): Promise<void> => {
  const { activity } = context;
  if (activity.type === 'invoke') {
    // The page under test sends the press of the one card above, in this shape.
    const { action } = activity.value as { action: { data: Record<string, unknown> } };
    const { m: _m, ...inputs } = action.data;
    const told = Object.entries(inputs).map(([id, value]) => ({ title: id, value: String(value) }));
    await context.sendActivity({
      type: 'invokeResponse',
      value: {
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: {
            type: 'AdaptiveCard',
            version: '1.5',
            body: [
              { type: 'TextBlock', text: 'Bewaard' },
              { type: 'FactSet', facts: told },
            ],
          },
        },
      },
    });
  } else if (activity.type === 'message') {
    await context.sendActivity(
      activity.text.includes('vraag')
        ? { type: 'message', attachments: [CardFactory.adaptiveCard(card)] }
        : `echo: ${activity.text}`,
    );
  }
};

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer();
server.use(plugins.bodyParser({ mapParams: false }));
server.get('/healthz', async (_request: Request, response: Response) => {
  response.send(200);
});
server.post('/api/messages', async (request: Request, response: Response) => {
  // The SDK's own request and response types are narrower than restify's, though it is written for restify.
  await adapter.process(request as never, response as never, logic);
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
