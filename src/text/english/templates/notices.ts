import type { TemplateTexts } from '../../templateTexts';

export const notices: Readonly<Record<TemplateTexts['notices'], string>> = {
  'Mijn gesprek met de bot': 'My chat with the bot',
  Bekijken: 'View',
  'Niet meer elke dag': 'Not every day any more',
};
