import * as z from 'zod';
import { toSealed, toText } from './cosmosHead';
import type { Items } from './cosmosItems';
import { MasterKeyFault } from '../sealed/masterKey';
import type { KeyRecord, KeyRecords } from '../records';

const BY_ID = 'SELECT * FROM c WHERE c.id > @after ORDER BY c.id';
const shape = z.object({ id: z.string(), wrappedBy: z.string(), wrapped: z.base64() });
const recordOf = (item: unknown): KeyRecord => {
  const read = shape.safeParse(item);
  if (!read.success) throw new MasterKeyFault('data-key-damaged');
  const { id, wrappedBy, wrapped } = read.data;
  return { id, wrappedBy, wrapped: toSealed(wrapped) };
};
const itemOf = ({ id, wrappedBy, wrapped }: KeyRecord) => ({ id, wrappedBy, wrapped: toText(wrapped) });

/** Wrapped data keys in a container of Azure Cosmos DB, each a partition of its own. */
export const cosmosKeyRecords = (items: Items): KeyRecords => {
  const read = async (id: string): Promise<KeyRecord | undefined> => {
    const found = await items.read(id, id);
    return found && recordOf(found.item);
  };

  return {
    read,
    create: (record) =>
      items.ask(async (unsure) => {
        const item = itemOf(record);
        if (await items.create(item)) return true;
        // when an answer was lost, what is there may be ours: the same secret, wrapped in the same call
        return (
          unsure && itemOf((await read(record.id)) ?? { ...record, wrapped: Buffer.of() }).wrapped === item.wrapped
        );
      }),
    replace: (record, before) =>
      items.ask(async (unsure) => {
        const found = await items.read(record.id, record.id);
        if (!found) return false;
        const { wrapped } = recordOf(found.item);
        if (unsure && Buffer.compare(wrapped, record.wrapped) === 0) return true;
        if (Buffer.compare(wrapped, before) !== 0) return false;
        return (await items.replace(itemOf(record), record.id, found.etag)) !== undefined;
      }),
    destroy: (id) =>
      items.ask(async () => {
        await items.remove(id, id);
      }),
    page: async ({ after = '', limit }) => {
      const found = await items.query({ query: BY_ID, parameters: [{ name: '@after', value: after }] }, { limit });
      return found.map(recordOf);
    },
  };
};
