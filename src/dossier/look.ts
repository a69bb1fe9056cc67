/** In points: 72 to the inch. */
export const measures = { margins: { top: 72, bottom: 72, left: 60, right: 60 }, label: 150 } as const;
export const colours = {
  text: '#1b1b1b',
  quiet: '#555555',
  line: '#c8c8c8',
  fill: '#eef2f7',
  accent: '#1f4e79',
} as const;
export const sizes = { title: 22, 1: 15, 2: 12, text: 10, small: 8.5 } as const;
/** Between rows; from the dash of a list to its text; for a line to write on; above a signature. */
export const spaces = { rows: 3, dash: 12, write: 22, sign: 18 } as const;
