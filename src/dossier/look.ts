/** In points: 72 to the inch. */
export const measures = { margins: { top: 72, bottom: 72, left: 60, right: 60 }, label: 150 } as const;
export const colours = {
  text: '#1b1b1b',
  quiet: '#555555',
  line: '#c8c8c8',
  fill: '#eef2f7',
  accent: '#1f4e79',
} as const;
export const sizes = { title: 22, 1: 15, 2: 11.5, text: 9.5, small: 8 } as const;
