import type { Tongue } from '../text/tongue';
import type { Card } from './render';

/** Ids of the parts; no template uses them. */
const parts = { place: 'hide-place', content: 'hide-content', hidden: 'hide-hidden' } as const;

const actionSet = (t: Tongue) => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.ToggleVisibility', title: t.say.hideOrShow, targetElements: Object.values(parts) }],
});

/**
 * The same card with a button on top that hides it at once when somebody comes near, and shows it again: done by the
 * client, so it works without a connection and what was typed stays. The emergency numbers, last on the card, stay too.
 */
export const hideable = (t: Tongue, card: Card): Card => {
  const [first, ...rest] = Array.isArray(card['body']) ? (card['body'] as readonly unknown[]) : [];
  const top = {
    type: 'ColumnSet',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        verticalContentAlignment: 'Center',
        items: [
          { type: 'Container', id: parts.place, items: [first] },
          {
            type: 'Container',
            id: parts.hidden,
            isVisible: false,
            items: [{ type: 'TextBlock', text: t.say.hiddenHere, wrap: true }],
          },
        ],
      },
      { type: 'Column', width: 'auto', items: [actionSet(t)] },
    ],
  };
  const content = { type: 'Container', id: parts.content, items: rest.slice(0, -1), spacing: 'Small' };
  return { ...card, body: [top, content, ...rest.slice(-1)] };
};
