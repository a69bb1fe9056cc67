import type { Browser } from 'playwright-core';

export type Picture = { name: string; png: Buffer };

const columns = 8;
const column = 220;

const figure = ({ name, png }: Picture): string =>
  `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${name}</figcaption></figure>`;

const style = `
  body { margin: 12px; columns: ${columns} ${column}px; column-gap: 12px; background: #e0e0e0; font: 11px sans-serif; }
  figure { margin: 0 0 12px; break-inside: avoid; }
  img { width: 100%; display: block; }
  figcaption { padding-top: 2px; }
`;

/** All cards on one sheet with their names, to look over at once: a JPEG. */
export const contactSheet = async (browser: Browser, pictures: readonly Picture[]): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: { width: columns * (column + 12) + 24, height: 800 } });
  await page.setContent(
    `<!doctype html><html lang="nl"><title>Alle kaarten</title><style>${style}</style>${pictures.map(figure).join('')}</html>`,
  );
  const sheet = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 60 });
  await page.close();
  return sheet;
};
