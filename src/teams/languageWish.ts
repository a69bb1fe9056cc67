import type { TurnContext } from 'botbuilder';
import * as z from 'zod';
import type { KeyValueStore } from '../casefile/keyValueStore';
import type { Card } from '../cards/render';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';
import { dutch, tongues, type Language, type Tongue } from '../text/tongue';
import type { PersonalDesk } from './desk';

/** In which language each person reads the bot. Dutch unless they chose otherwise; nothing is kept of who did not. */
export interface LanguageWish {
  of(person: PersonId): Promise<Tongue>;
  /** As far as it is known without asking the store: what can't wait for it is said all the same. */
  known(person: PersonId): Tongue;
  choose(person: PersonId, language: Language): Promise<void>;
}

const stored = z.object({ language: z.enum(['nl', 'en']) });
const keyOf = (person: PersonId): string => `language:${encodeURIComponent(person)}`;

/** A choice made at another instance is seen after this long. */
const KEPT_MS = 600_000;
const MOST = 10_000;

export const languageWishIn = (store: KeyValueStore, now: () => Instant): LanguageWish => {
  const seen = new Map<PersonId, { t: Tongue; at: number }>();
  const keep = (person: PersonId, t: Tongue): Tongue => {
    if (seen.size >= MOST) seen.clear();
    seen.set(person, { t, at: Date.parse(now()) });
    return t;
  };
  return {
    known: (person) => seen.get(person)?.t ?? dutch,
    of: async (person) => {
      const last = seen.get(person);
      if (last && Date.parse(now()) - last.at < KEPT_MS) return last.t;
      const key = keyOf(person);
      const wish = stored.safeParse((await store.read([key]))[key]);
      return keep(person, tongues[wish.data?.language ?? 'nl']);
    },
    choose: async (person, language) => {
      if (language === 'nl') await store.delete([keyOf(person)]);
      else await store.write({ [keyOf(person)]: { language, since: now() } });
      keep(person, tongues[language]);
    },
  };
};

/** From now on this person is spoken to in that language; the welcome says so in it. */
export const chooseLanguage = async (
  languages: Pick<LanguageWish, 'choose'>,
  desk: PersonalDesk,
  language: Language,
): Promise<Card> => {
  await languages.choose(desk.person.id, language);
  const spoken = desk.inTongue(tongues[language]);
  return (await spoken.card({ form: 'shared/welcome' })) ?? spoken.noCaseCard();
};

const TONGUE = Symbol('how the person of this turn is spoken to');
export const speakIn = (context: TurnContext, t: Tongue): void => {
  context.turnState.set(TONGUE, t);
};
/** How the person of this turn is spoken to; Dutch until that is known. */
export const tongueOf = (context: TurnContext): Tongue => {
  const t: Tongue | undefined = context.turnState.get(TONGUE);
  return t ?? dutch;
};
