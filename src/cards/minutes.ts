/** Seconds that people take, roughly, on a phone: to read a word, and for each kind of input. */
const aWord = 0.3;
const toWrite = { needed: 60, optional: 20 };
const toName = { needed: 15, optional: 5 };
const toChoose = 8;

/** What a card says it takes: few steps, for it is a rough guess. */
const steps = [1, 2, 3, 5, 10, 15];

type Part = Readonly<Record<string, unknown>>;
const isPart = (node: unknown): node is Part => typeof node === 'object' && node !== null && !Array.isArray(node);

const secondsToFill = ({ type, isMultiline, isRequired, value }: Part): number => {
  if (type !== 'Input.Text') return toChoose;
  if (value !== '' && value !== undefined) return toName.optional; // filled in already: look whether it is right
  const { needed, optional } = isMultiline === true ? toWrite : toName;
  return isRequired === true ? needed : optional;
};

const wordsIn = (text: unknown): number => (typeof text === 'string' ? text.split(/\s+/).length : 0);

/** What is folded takes no time: it may stay folded. */
const secondsFor = (node: unknown): number => {
  if (Array.isArray(node)) return node.reduce<number>((sum, part) => sum + secondsFor(part), 0);
  if (!isPart(node) || node['isVisible'] === false) return 0;
  const { type } = node;
  const own = typeof type === 'string' && type.startsWith('Input.') ? secondsToFill(node) : 0;
  const read = aWord * (wordsIn(node['text']) + wordsIn(node['label']) + wordsIn(node['title']));
  return own + read + Object.values(node).reduce<number>((sum, part) => sum + secondsFor(part), 0);
};

/** How long somebody is busy with a card: 0 for less than a minute. Follows from what the card asks, so it can't go stale. */
export const minutesFor = (body: readonly unknown[]): number => {
  const seconds = secondsFor(body);
  if (seconds < 40) return 0;
  return steps.find((minutes) => seconds <= minutes * 72) ?? Math.ceil(seconds / 60);
};
