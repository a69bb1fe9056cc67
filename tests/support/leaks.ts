import type { Directory } from '../../src/directory/directory';
import { roles, type Role } from '../../src/protocol/roles';
import { sayElsewhere } from '../../src/text/elsewhere';
import { templateEnglish } from '../../src/text/english/templates';
import { dutch, english } from '../../src/text/tongue';
import type { RecordedCall } from './connectorServer';
import { previewsOf } from './conversation';
import { at, isObject, type JsonObject } from './json';
import type { KeptCase } from './memory';

export type Leaked = {
  directory: Directory;
  cases: readonly KeptCase[];
  calls: readonly RecordedCall[];
  /** Lines that the bot logged. */
  lines: readonly string[];
};

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Sam de Vries: SdV, S.d.V., SV and S.V. */
const initialsOf = (name: string): readonly string[] => {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  const letters = [parts, parts.filter((part) => /^\p{Lu}/u.test(part))].map((some) => some.map((part) => part[0]));
  return parts.length < 2 ? [] : letters.flatMap((some) => [some.join(''), `${some.join('.')}.`]);
};

/** What people wrote in their own words has a space in it; the protocol's own keys have none. */
const isTyped = (text: string): boolean => /\S\s\S/.test(text);

// Object.keys forgets the literal type of the table it reads.
const posts = Object.keys(roles) as Role[];
const everyone = (directory: Directory): readonly string[] => [
  ...directory.schools().flatMap(({ id }) => directory.withRole(id, posts).map(({ name }) => name)),
  ...directory.boardPeople().map(({ name }) => name),
];

/** Names, initials, numbers and typed words that may stand in nothing but a case's own cards. */
const secretsOf = ({ directory, cases }: Pick<Leaked, 'directory' | 'cases'>): readonly string[] => {
  const names = [...everyone(directory), ...cases.map(({ file }) => file.pupil.name)];
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/).filter((part) => /^\p{Lu}\p{L}{2}/u.test(part))]);
  const initials = cases.flatMap(({ file }) => initialsOf(file.pupil.name));
  const typed = cases.flatMap(({ events }) => events.flatMap(textsIn)).filter(isTyped);
  const references = cases.flatMap(({ caseId, file }) => [caseId, file.number]);
  return [...new Set([...parts, ...initials, ...typed, ...references])].filter((secret) => secret !== '');
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** As a word of its own: ‘Tom’ is not in ‘custom’. */
const finder = (secrets: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${secrets.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const noCard = 'Deze kaart past niet in deze versie van Teams.';
const ours = [
  ...[dutch, english].flatMap((t) => Object.values(t.say).filter((sentence) => typeof sentence === 'string')),
  noCard,
  templateEnglish[noCard],
];
const withReference = [dutch, english]
  .flatMap(({ say }) => [say.fault, say.unsure, say.damaged, say.locked])
  .map((sentence) => new RegExp(`^${sentence('KENMERK').split('KENMERK').map(escaped).join('[\\w-]+')}$`));
/** A sentence of the bot that is the same for everybody, whatever happened. */
const isSame = (preview: string): boolean =>
  preview === '' || ours.includes(preview) || withReference.some((sentence) => sentence.test(preview));

const activityIn = ({ body }: RecordedCall): JsonObject => {
  const inner = at(body, 'activity');
  return isObject(inner) ? inner : (body ?? {});
};

/** Who added the bot to a team is told there, as Teams itself does; no other name stands in a channel. */
const greeting = new RegExp(escaped(`Hallo! ${sayElsewhere.addedBy('NAAM')}`).replace('NAAM', '[^"]{1,60}?'));
const inChannel = ({ body, conversationId }: RecordedCall): boolean =>
  conversationId?.startsWith('19:') === true || at(body, 'channelData', 'channel') !== undefined;

const shown = ({ text, summary, attachments }: JsonObject): string => JSON.stringify({ text, summary, attachments });

/** Everything that a lock screen, a channel or a log shows and may not: empty when all is well (I-20). */
export const leaksIn = (all: Leaked): readonly string[] => {
  const secret = finder(secretsOf(all));
  const sent = all.calls.filter(({ kind }) => ['send', 'reply', 'update', 'create'].includes(kind));
  const previews = sent.flatMap((call) => previewsOf(activityIn(call)));
  const posts = sent.filter(inChannel).map((call) => shown(activityIn(call)).replace(greeting, ''));
  return [
    ...previews.filter((text) => secret.test(text) || !isSame(text)).map((text) => `preview: ${text}`),
    ...posts.filter((text) => secret.test(text)).map((text) => `channel: ${text}`),
    ...all.lines.filter((text) => secret.test(text)).map((text) => `log: ${text}`),
  ];
};
