import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';

type Payload = ConstructorParameters<typeof SourceMap>[0];

const mapOf = (file: string): SourceMap | undefined => {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as Payload); // as the build wrote it
  } catch {
    return undefined; // a frame without a map still tells the place in the built file
  }
};

/**
 * Tells of a stack frame in this built file where it stands in our source; other frames stay as they are. The map, of some
 * megabytes, is read when it is first needed.
 */
export const sourceFrames = (file: string): ((frame: string) => string) => {
  let read: { map: SourceMap | undefined } | undefined;
  return (frame) => {
    const start = frame.lastIndexOf(`${file}:`);
    const [place, line, column] = (start !== -1 && /:(\d+):(\d+)/.exec(frame.slice(start + file.length))) || [];
    if (place === undefined) return frame;
    read ??= { map: mapOf(file) };
    const origin = read.map?.findOrigin(Number(line), Number(column));
    if (!origin || !('fileName' in origin)) return frame;
    const source = origin.fileName.replace(/^\.\.\//, ''); // the built file lies one folder down
    if (!source.startsWith('src/')) return frame; // of packages the map knows which file, not which line
    return frame.replace(`${file}${place}`, () => `${source}:${origin.lineNumber}:${origin.columnNumber}`);
  };
};
