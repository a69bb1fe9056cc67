import { createServer } from 'node:net';
import { DemoProblem } from './demoProblem';

/** The port when it is free on this computer (0: any free one); undefined when something listens there. */
const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((found, failed) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') found(undefined);
      else failed(error);
    });
    // Without a host it asks for every address, as the Playground will.
    server.listen(port, () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : port));
    });
  });

/**
 * @param port the port wanted, 0 for any free one
 * @param option the option with which another one can be chosen, for the message
 * @throws DemoProblem when the port is taken
 */
export const freePort = async (port: number, option: string): Promise<number> => {
  const free = await tryPort(port);
  if (free !== undefined) return free;
  throw new DemoProblem(
    `Poort ${port} is al in gebruik. Sluit het programma dat daar draait (misschien nog een demo), of kies een andere poort met ${option}.`,
  );
};
