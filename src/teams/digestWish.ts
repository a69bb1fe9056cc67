import type { KeyValueStore } from '../casefile/keyValueStore';
import type { PersonId } from '../protocol/roles';
import type { Instant } from '../protocol/time';

/** Who does not want the line in the morning. Nothing is kept of who does. */
export interface DigestWish {
  isOff(person: PersonId): Promise<boolean>;
  set(person: PersonId, wish: 'on' | 'off'): Promise<void>;
}

const keyOf = (person: PersonId): string => `no-digest:${encodeURIComponent(person)}`;

export const digestWishIn = (store: KeyValueStore, now: () => Instant): DigestWish => ({
  isOff: async (person) => (await store.read([keyOf(person)]))[keyOf(person)] !== undefined,
  set: async (person, wish) => {
    if (wish === 'on') await store.delete([keyOf(person)]);
    else await store.write({ [keyOf(person)]: { since: now() } });
  },
});
