import { inflateSync } from 'node:zlib';

export type Pixel = { red: number; green: number; blue: number; alpha: number };

/** How large any PNG is, in pixels. */
export const sizeOf = (file: Buffer): { width: number; height: number } => ({
  width: file.readUInt32BE(16),
  height: file.readUInt32BE(20),
});

/** Reads a PNG of 8 bits a colour with transparency, not interlaced: what our icons are. Throws on any other. */
export const readPng = (file: Buffer): { width: number; height: number; pixels: readonly Pixel[] } => {
  const [width, height, depth, kind] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24], file[25]];
  const channels = kind === 6 ? 4 : kind === 2 ? 3 : 0;
  if (depth !== 8 || channels === 0 || file[28] !== 0) throw new Error('another kind of PNG');
  const packed: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(packed));
  const row = width * channels;
  const bytes = Buffer.alloc(row * height);
  const paeth = (left: number, up: number, corner: number): number => {
    const [l, u, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    return l <= u && l <= c ? left : u <= c ? up : corner;
  };
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const left = x >= channels ? (bytes[y * row + x - channels] ?? 0) : 0;
      const up = y > 0 ? (bytes[(y - 1) * row + x] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (bytes[(y - 1) * row + x - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[y * row + x] = ((raw[y * (row + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  const pixels = Array.from({ length: width * height }, (_, i): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(i * channels, (i + 1) * channels);
    return { red, green, blue, alpha };
  });
  return { width, height, pixels };
};
