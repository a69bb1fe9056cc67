import type { IncomingMessage } from 'node:http';

/** Largest activity that is read; Teams itself sends at most about 100 KB (platform §1.1). */
export const MOST_BYTES = 256 * 1024;

/** What came with a request: JSON, or the HTTP status to refuse it with. */
export type ReadBody = { body: unknown } | { status: 400 | 413 };

/**
 * Reads a JSON body and not a byte more than may be in it. Done by hand: restify's own reader unpacks gzip without a
 * limit and writes forms to disk, before anybody has asked who is calling.
 */
export const readJsonBody = async (request: IncomingMessage): Promise<ReadBody> => {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return { status: 413 };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      const bytes = part as Buffer; // a request without an encoding yields Buffers
      size += bytes.length;
      if (size > MOST_BYTES) return { status: 413 };
      parts.push(bytes);
    }
    return { body: JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown };
  } catch {
    return { status: 400 };
  }
};
