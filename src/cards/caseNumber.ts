import type { Press } from './context';

/** Letters and digits that nobody mixes up when they read them aloud. */
const clear = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 6;

/** 'MC-2026-7K3F9Q': says nothing of the case, and is the same again when the same press is repeated. */
export const caseNumber = ({ key, today }: Pick<Press, 'key' | 'today'>): string => {
  // The key is a random uuid; thirty of its bits are plenty to tell the cases of a board apart.
  const bits = BigInt(`0x${key.replace(/-/g, '').slice(0, 8)}`);
  const code = Array.from({ length: LENGTH }, (_, i) => clear[Number((bits >> BigInt(5 * i)) & 31n)]).join('');
  return `MC-${today.slice(0, 4)}-${code}`;
};
