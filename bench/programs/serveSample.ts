import type { ActivityHandler, Request as BotRequest } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins } from 'restify';
import { serveRun } from './beside';

/** Serves a bot as the SDK's own samples do: restify, its body parser, and the cloud adapter. */
export const serveSample = (bot: ActivityHandler): void => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request, response) => {
    // restify's types know requests without a method; HTTP does not
    await adapter.process(request as unknown as BotRequest, response, (context) => bot.run(context));
  });
  server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1', () => serveRun(server.address().port));
};
