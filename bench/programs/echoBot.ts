import { ActivityHandler } from 'botbuilder';
import { serveSample } from './serveSample';

/** The SDK's own EchoBot sample: what the SDK itself costs. */
class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }
}

serveSample(new EchoBot());
