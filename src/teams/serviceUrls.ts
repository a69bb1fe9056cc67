import { plainUrl } from './plainUrl';

/** Hosts of the Bot Connector for Teams; whatever we send goes only there (platform §2.4). */
const connectorHost = /^(?:smba\.trafficmanager\.net|(?:[a-z0-9-]+\.)+botframework\.com)$/;
const loopbackHost = /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/;

/**
 * Tells whether the bot may send to a serviceUrl. The body of a request names it, so it is judged on the way in and
 * again before each message the bot sends by itself. `local`: the bot runs without an app id, on this machine only.
 */
export const serviceUrlCheck =
  ({ local }: { local: boolean }) =>
  (serviceUrl: string | undefined): boolean => {
    const url = plainUrl(serviceUrl ?? '');
    if (!url) return false;
    const { protocol, hostname, port } = url;
    if (protocol === 'https:') return port === '' && connectorHost.test(hostname);
    return local && protocol === 'http:' && loopbackHost.test(hostname);
  };
