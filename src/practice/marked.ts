import { isFormName } from '../cards/forms';
import type { Card, RenderCard } from '../cards/render';
import { tongues } from '../text/tongue';
import { scenes } from './scenes';

/** The mark that sends a press back to its own practice, and nowhere else. */
export const MARK = 'practice';

const isObject = (node: unknown): node is Record<string, unknown> => typeof node === 'object' && node !== null;

/** The same node with the mark among the references of every button in it. */
const withMark = (node: unknown, practice: string): unknown => {
  if (Array.isArray(node)) return node.map((part) => withMark(part, practice));
  if (!isObject(node)) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, part]) => [key, withMark(part, practice)]));
  if (copy['type'] !== 'Action.Execute') return copy;
  const data = isObject(copy['data']) ? copy['data'] : {};
  return { ...copy, data: { ...data, m: { ...(isObject(data['m']) ? data['m'] : {}), [MARK]: practice } } };
};

const partsOf = (card: Card): readonly unknown[] => (Array.isArray(card['body']) ? card['body'] : []);

/** Makes every card of one practice: marked on top, told from the fictional case, and with its buttons kept inside. */
export const markedRenderer =
  (render: RenderCard, practice: string): RenderCard =>
  (name, data, language = 'nl') => {
    const scene = isFormName(name) ? scenes[name] : undefined;
    const t = tongues[language];
    const said = scene ? { who: t(scene.who), scene: t(scene.says) } : { who: '', scene: '' };
    const mark = render('practice/mark', said, language);
    const card = render(name, data, language);
    const body = [...partsOf(mark), ...partsOf(card)];
    return withMark({ ...card, body }, practice) as Card; // a copy of a card, with more in its body
  };
