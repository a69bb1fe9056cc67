import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

/** The pictures of the README: who sees the card, and what its picture is called after its number in the album. */
const chosen = {
  start: ['leerkracht', 'goed-dat-je-het-zegt'],
  overview: ['leerkracht', 'overzicht-van-deze-zaak'],
  weighing: ['leerkracht', 'vraag-2-van-5-veiligheid'],
  request: ['intern-begeleider', 'een-collega-vraagt-je-advies'],
  confirmation: ['schoolleider', 'ben-je-op-de-hoogte-van-deze-weging'],
  receipt: ['leerkracht', 'wat-zag-of-hoorde-je-vastgelegd'],
} as const;

/** Copies the chosen pictures of a journey to docs/screens (`npm run screens`). */
export const keepChosenScreens = async (journey: string): Promise<void> => {
  await mkdir(join(root, 'docs/screens'), { recursive: true });
  for (const [name, [role, picture]] of Object.entries(chosen)) {
    const album = join(root, 'artifacts/screenshots', journey, role);
    const file = (await readdir(album)).sort().find((one) => one.slice(3) === `${picture}.png`);
    if (file === undefined) throw new Error(`the journey has no picture of ${picture}`);
    await copyFile(join(album, file), join(root, 'docs/screens', `${name}.png`));
  }
};
