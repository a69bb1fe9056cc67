import { createServer, type IncomingHttpHeaders } from 'node:http';
import { oneDriveOver, type OneDrive } from '../../src/teams/oneDrive';

export type Upload = { method: string; path: string; headers: IncomingHttpHeaders; bytes: Buffer };
export type OneDriveStand = {
  /** The bot's own way there; this place is its only one. */
  oneDrive: OneDrive;
  /** Everything that somebody tried to put here. */
  uploads: Upload[];
  /** What it answers from now on; `never` gives none. */
  answers: (status: number | 'never', headers?: Record<string, string>) => void;
  url: string;
  close: () => Promise<void>;
};

/** A OneDrive on this machine. */
export const oneDriveStand = async ({ withinMs = 5_000 } = {}): Promise<OneDriveStand> => {
  const uploads: Upload[] = [];
  let next: { status: number | 'never'; headers: Record<string, string> } = { status: 201, headers: {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      uploads.push({ method, path: url, headers, bytes: Buffer.concat(parts) });
      if (next.status === 'never') return;
      response.writeHead(next.status, next.headers);
      response.end('{}');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('this OneDrive has no port');
  const url = `http://127.0.0.1:${address.port}/upload?tempauth=secret`;
  return {
    ...{ uploads, url },
    oneDrive: oneDriveOver({ isPlace: (place) => place.startsWith(new URL(url).origin), withinMs }),
    answers: (status, headers = {}) => void (next = { status, headers }),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
