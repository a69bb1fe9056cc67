import type { EventType } from '../../src/protocol/caseFile';
import type { Card, Filled, PressOptions } from '../support/card';
import { inputsOf } from '../support/cardParts';
import { objectsIn, stringOf, type JsonObject } from '../support/json';
import { meldcode, type Meldcode } from '../support/meldcode';
import { leaksIn } from '../support/leaks';
import type { KeptCase } from '../support/memory';
import type { Person } from '../support/person';

const leaksOf = async ({ teams, cases, directory, lines }: Meldcode): Promise<readonly string[]> =>
  leaksIn({ directory, lines, cases: await cases(), calls: teams.calls });

/** Begins the bot for one test file's stories and ends every one that was begun. */
export const stories = (): ((options?: Parameters<typeof meldcode>[0]) => Promise<Meldcode>) => {
  jest.setTimeout(60_000); // a story is many turns, and machines that run many tests at once are slow
  const begun: Meldcode[] = [];
  afterEach(async () => {
    const all = begun.splice(0);
    const leaks = await Promise.all(all.map(leaksOf));
    for (const one of all) await one.close();
    expect(leaks.flat()).toEqual([]); // I-20, whatever the story was about
  });
  return async (options) => {
    const one = await meldcode(options);
    begun.push(one);
    return one;
  };
};

const newest = ({ chat, name }: Person, what: string, fits: (card: Card) => boolean): Card => {
  const card = [...chat.cards].reverse().find(fits);
  if (card) return card;
  throw new Error(`${name} sees no card with ${what}; the last one: ${chat.lastCard().text}`);
};

/** The newest card on this person's screen that has the button. */
export const cardWith = (person: Person, button: string): Card =>
  newest(person, `the button ‘${button}’`, ({ buttons }) => buttons.includes(button));

const titled = (input: JsonObject | undefined, said: string): string => {
  if (said === '') return said;
  const choices = objectsIn(input?.['choices']);
  const chosen =
    choices.find(({ title }) => title === said) ?? choices.find(({ title }) => stringOf(title)?.startsWith(said));
  return stringOf(chosen?.['value']) ?? said;
};

/** Choices as the person reads them become the values that the card sends. */
const chosenBy = (card: Card, filled: Filled): Filled =>
  Object.fromEntries(
    Object.entries(filled).map(([id, value]): [string, Filled[string]] => {
      const input = inputsOf(card.content).find((one) => one['id'] === id);
      if (Array.isArray(value)) return [id, value.map((one) => titled(input, one))];
      return [id, typeof value === 'string' ? titled(input, value) : (value ?? '')];
    }),
  );

/** Fills in this card and presses its button; gives what the card became. Throws when it stayed as it was. */
export const doesOn = async (
  person: Person,
  card: Card,
  button: string,
  filled: Filled = {},
  options?: PressOptions,
): Promise<Card> => {
  const outcome = await person.presses(card, button, chosenBy(card, filled), options);
  if (outcome.kind === 'card') return outcome.card;
  throw new Error(`‘${button}’: ${JSON.stringify(outcome.body)}`);
};

/** Fills in the newest card with this button and presses it. */
export const does = (person: Person, button: string, filled: Filled = {}, options?: PressOptions): Promise<Card> =>
  doesOn(person, cardWith(person, button), button, filled, options);

const choicesOn = (card: Card): readonly { title: string; value: string }[] =>
  inputsOf(card.content)
    .filter(({ id }) => id === 'go')
    .flatMap(({ choices }) => objectsIn(choices))
    .map(({ title, value }) => ({ title: stringOf(title) ?? '', value: stringOf(value) ?? '' }));

/** The titles a menu offers. */
export const offers = (card: Card): readonly string[] => choicesOn(card).map(({ title }) => title);

const opening = /^(Open je keuze|Openen|Verder)$/;

/** Chooses in the newest menu that offers it, one menu after the other; gives the card it led to. */
export const chooses = async (person: Person, ...titles: readonly string[]): Promise<Card> => {
  let card: Card | undefined;
  for (const title of titles) {
    const offering = (one: Card): boolean => choicesOn(one).some((choice) => choice.title.startsWith(title));
    const menu: Card = card && offering(card) ? card : newest(person, `the choice ‘${title}’`, offering);
    const choice = choicesOn(menu).find((one) => one.title.startsWith(title));
    const outcome = await person.presses(menu, opening, { go: choice?.value ?? '' });
    if (outcome.kind !== 'card') throw new Error(`‘${title}’ led to ${JSON.stringify(outcome.body)}`);
    card = outcome.card;
  }
  if (!card) throw new Error('nothing was chosen');
  return card;
};

/** Types something and gives the newest card. */
export const asks = async (person: Person, text: string): Promise<Card> => {
  await person.says(text);
  return person.chat.lastCard();
};

/** From a fresh overview of the one case this person has open. */
export const goes = async (person: Person, ...titles: readonly string[]): Promise<Card> => {
  await person.says('overzicht');
  return titles.length === 0 ? person.chat.lastCard() : chooses(person, ...titles);
};

/** Opens a card that the overview does not offer now, as a menu of last week on another device may. */
export const opensAnyway = async (person: Person, form: string): Promise<Card> => {
  await person.says('overzicht');
  return does(person, 'Open je keuze', { go: form }, { skipClientValidation: true });
};

/** What stands in the inputs of a card now. */
export const typedOn = (card: Card): Readonly<Record<string, unknown>> =>
  Object.fromEntries(inputsOf(card.content).map(({ id, value }): [string, unknown] => [String(id), value]));

/** Waits until a card with this text is on the person's screen. */
export const hears = async ({ teams }: Pick<Meldcode, 'teams'>, person: Person, text: string | RegExp): Promise<Card> =>
  teams.until(
    () =>
      person.chat.cards
        .filter((card) => (typeof text === 'string' ? card.text.includes(text) : text.test(card.text)))
        .at(-1),
    `${person.name} hears ${String(text)}`,
    20_000,
  );

/** The only case there is. */
export const theCase = async ({ cases }: Meldcode): Promise<KeptCase> => {
  const kept = await cases();
  const [only] = kept;
  if (!only || kept.length > 1) throw new Error(`there are ${kept.length} cases`);
  return only;
};

/** What the only case holds, by the names of its facts. */
export const facts = async (story: Meldcode): Promise<readonly EventType[]> =>
  (await theCase(story)).events.map(({ type }) => type);

/** Begins a case about Sam, up to the card for the first signal. */
export const beginsCase = async (person: Person, about: Filled = {}): Promise<void> => {
  await person.says('ik maak me zorgen');
  await does(person, 'Over een kind, thuis');
  await does(person, 'Vastleggen en verder', { name: 'Sam de Vries', group: 'groep 5', ...about });
};
