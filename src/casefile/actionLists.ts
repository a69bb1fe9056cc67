import * as z from 'zod';
import {
  actionRoles,
  actionTopics,
  listEnds,
  type ActionDecision,
  type ActionEvent,
  type ActionRole,
  type ActionTopic,
} from '../protocol/actions';
import type { SchoolId } from '../protocol/roles';
import { instantOf } from '../protocol/time';
import type { KeyValueStore } from './keyValueStore';

/** The list of a school, or of the board ('' for a school), of actions agreed in one school year ('2026-2027'). */
export type ActionList = { school: SchoolId; year: string };

/** Where actions stand: beside the case files and never in one. Facts are only added, until the list goes as a whole. */
export interface ActionLists {
  /** The facts of these lists, each in the order in which they were recorded. Throws `ActionListDamaged`. */
  read(lists: readonly ActionList[]): Promise<readonly (readonly ActionEvent[])[]>;
  /** Judged on what the list holds at the moment of writing, anew when somebody else was first; what is decided is added. */
  record(list: ActionList, decide: (events: readonly ActionEvent[]) => ActionDecision): Promise<ActionDecision>;
}

/** A stored list cannot be read. Nothing of it is shown, and nothing is written over it. */
export class ActionListDamaged extends Error {
  override name = 'ActionListDamaged';
  readonly code = 'damaged-action-list';
  constructor() {
    super('a stored list of actions is damaged');
  }
}

// keys of const tables
const topics = Object.keys(actionTopics) as [ActionTopic, ...ActionTopic[]];
const roles = Object.keys(actionRoles) as [ActionRole, ...ActionRole[]];

const told = { action: z.number().int().positive(), by: z.string(), at: z.string(), key: z.string() };
const agreed = {
  what: z.string(),
  topic: z.enum(topics),
  who: z.union([z.strictObject({ person: z.string() }), z.strictObject({ role: z.enum(roles) })]),
  due: z.string(),
};
const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ActionAgreed'), ...told, ...agreed }),
  z.strictObject({ type: z.literal('ActionChanged'), ...told, ...agreed, reason: z.string() }),
  z.strictObject({ type: z.literal('ActionDone'), ...told, result: z.string() }),
  z.strictObject({ type: z.literal('ActionDropped'), ...told, reason: z.string() }),
]);
const listSchema = z.strictObject({ facts: z.array(eventSchema) });

const keyOf = ({ school, year }: ActionList): string => `actions:${encodeURIComponent(school)}:${year}`;
const factsIn = (value: unknown): readonly ActionEvent[] => {
  if (value === undefined) return [];
  const list = listSchema.safeParse(value);
  if (!list.success) throw new ActionListDamaged();
  return list.data.facts;
};

/** Lists in the key-value store, one value for each list and school year, so that a look costs one read. */
export const actionListsIn = (store: KeyValueStore): ActionLists => ({
  read: async (lists) => {
    const keys = lists.map(keyOf);
    const found = keys.length === 0 ? {} : await store.read(keys);
    return keys.map((key) => factsIn(found[key]));
  },
  record: async (list, decide) => {
    let decision: ActionDecision = { refusal: 'not-theirs' };
    const add = (before: unknown): unknown => {
      const facts = factsIn(before);
      decision = decide(facts);
      return 'event' in decision ? { facts: [...facts, decision.event] } : before;
    };
    await store.change(keyOf(list), add, { expiresAt: instantOf(listEnds(list.year), '00:00') });
    return decision;
  },
});
