import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

export type Child = ChildProcessByStdio<Writable, Readable, null>;

/** What was compiled stays on disk, so that the next process starts fast. */
const compiled = mkdtempSync(join(tmpdir(), 'compiled-'));
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }));

/** Lets a bare node run our TypeScript, as jest does. */
export const LOADS_TYPESCRIPT = `
  const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
  const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, file) => {
    const kept = ${JSON.stringify(compiled)} + '/' + encodeURIComponent(file).slice(-200);
    if (!existsSync(kept)) {
      writeFileSync(kept + process.pid, require(${JSON.stringify(require.resolve('@swc/core'))}).transformFileSync(file, options).code);
      renameSync(kept + process.pid, kept);
    }
    module._compile(readFileSync(kept, 'utf8'), file);
  };`;
const runner = (file: string): string => `${LOADS_TYPESCRIPT} require(${JSON.stringify(file)});`;

/** Runs a file of ours in a process of its own, with these words as its arguments. */
export const runFile = (file: string, ...words: string[]): Child =>
  spawn(process.execPath, ['-e', runner(file), '--', ...words], {
    cwd: join(__dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
