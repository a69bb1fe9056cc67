import type { IncomingMessage } from 'node:http';

/**
 * The address that a request came from. Only the last `proxies` entries of X-Forwarded-For were written by proxies of
 * ours; everything before them a caller can make up (0: nobody stands in front, the header is not believed).
 */
export const callerAddress = (
  { headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string | undefined } },
  proxies: number,
): string => {
  const direct = socket.remoteAddress ?? '';
  const told = headers['x-forwarded-for'];
  if (proxies === 0 || told === undefined) return direct;
  const hops = [told].flat().join(',').split(',');
  const first = hops.at(-proxies)?.trim() ?? '';
  // Azure writes the port behind an IPv4 address, and an IPv6 address with a port in brackets.
  const bare = first.replace(/^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/, '$1').replace(/^\[([^\]]*)\](?::\d{1,5})?$/, '$1');
  return /^[0-9a-f.:]{2,45}$/i.test(bare) ? bare.toLowerCase() : direct;
};
