import type { FileBytes } from './documentNow';
import { plainUrl } from './plainUrl';

/** Where the files of one person lie. Which address that is, only their client says. */
export interface OneDrive {
  /** Whether an address that a client names is one of OneDrive. */
  isPlace: (url: string) => boolean;
  /** Puts a whole file there, or nothing of it. @throws UploadRefused, or what broke the line */
  put: (url: string, file: FileBytes) => Promise<void>;
}

/** OneDrive took no file, or not the whole of it. Its words are left out: they can hold its address, which is a key. */
export class UploadRefused extends Error {
  override name = 'UploadRefused';
  constructor(
    /** the status, or a code of ours */
    readonly code: string,
  ) {
    super(`OneDrive took no file: ${code}`);
  }
}

/** Hosts of OneDrive for work and school; a file goes only there (platform §1.9). */
const oneDriveHost = /^(?:[a-z0-9-]+\.)+(?:sharepoint\.com|svc\.ms)$/;
const isOneDrive = (url: string): boolean => {
  const { protocol, hostname, port } = plainUrl(url) ?? {};
  return protocol === 'https:' && port === '' && oneDriveHost.test(hostname ?? '');
};

/** With the making of the file it stays under what Teams waits for an answer. */
const WITHIN_MS = 5_000;

/** One try, to that address and no other. The address itself is the key: nothing of ours goes along but the file. */
export const oneDriveOver = ({ isPlace = isOneDrive, withinMs = WITHIN_MS } = {}): OneDrive => ({
  isPlace,
  put: async (url, { type, bytes }) => {
    if (!isPlace(url)) throw new UploadRefused('elsewhere');
    const { status, body } = await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': type, 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
      body: new Uint8Array(bytes),
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    });
    await body?.cancel();
    // 202 would mean that it waits for more: then nothing is there.
    if (status !== 200 && status !== 201) throw new UploadRefused(String(status));
  },
});
