import { z } from 'zod';
import type { CaseEvent, CaseFile } from '../protocol/caseFile';
import { StoredItemDamaged } from './caseStore';

/** What every event has, whichever it is; the protocol knows the rest. */
const eventEnvelope = z.looseObject({ type: z.string().min(1), at: z.iso.datetime(), by: z.string().min(1) });
const fileEnvelope = z.looseObject({});
const payloadEnvelope = z.record(z.string(), z.unknown());

/** Parses stored JSON. The reason of a failure is dropped on purpose: JSON.parse quotes the text it stumbled on. */
const parsed = <T>(schema: z.ZodType<T>, text: string, caseId: string, item: string): T => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new StoredItemDamaged(caseId, item);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw new StoredItemDamaged(caseId, item);
  return result.data;
};

/** Throws StoredItemDamaged. */
export const readEvent = (text: string, caseId: string, seq: number): CaseEvent =>
  // The envelope is checked; what lies in it was written by `append`, which takes nothing but a CaseEvent.
  parsed(eventEnvelope, text, caseId, `event ${seq}`) as unknown as CaseEvent;

/** Throws StoredItemDamaged. */
export const readFile = (text: string, caseId: string): CaseFile =>
  // Written by `append` as a CaseFile; the protocol alone knows its inside.
  parsed(fileEnvelope, text, caseId, 'head') as unknown as CaseFile;

/** Throws StoredItemDamaged; `place` is the number of the item, its id may say what it is about. */
export const readPayload = (text: string, caseId: string, place: number): Record<string, unknown> =>
  parsed(payloadEnvelope, text, caseId, `due ${place}`);
