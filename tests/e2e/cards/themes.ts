/** How Teams draws cards, near enough to see what does not fit or can't be read: colours of its three themes. */
type Colours = {
  page: string;
  card: string;
  text: string;
  subtle: string;
  accent: string;
  good: string;
  warning: string;
  attention: string;
  emphasis: string;
  goodFill: string;
  warningFill: string;
  attentionFill: string;
  accentFill: string;
  border: string;
  button: string;
  link: string;
};

const light: Colours = {
  page: '#f5f5f5',
  card: '#ffffff',
  text: '#242424',
  subtle: '#616161',
  accent: '#4f52b2',
  good: '#0e700e',
  warning: '#8a3707',
  attention: '#b10e1c',
  emphasis: '#f5f5f5',
  goodFill: '#f1faf1',
  warningFill: '#fff9f5',
  attentionFill: '#fdf3f4',
  accentFill: '#e8ebfa',
  border: '#d1d1d1',
  button: '#242424',
  link: '#444791',
};

const dark: Colours = {
  page: '#1f1f1f',
  card: '#292929',
  text: '#ffffff',
  subtle: '#d6d6d6',
  accent: '#a6a7dc',
  good: '#9fd89f',
  warning: '#faa06b',
  attention: '#eeacb2',
  emphasis: '#333333',
  goodFill: '#052505',
  warningFill: '#411200',
  attentionFill: '#3b0509',
  accentFill: '#2f2f4a',
  border: '#666666',
  button: '#ffffff',
  link: '#a6a7dc',
};

const contrast: Colours = {
  page: '#000000',
  card: '#000000',
  text: '#ffffff',
  subtle: '#ffffff',
  accent: '#ffff01',
  good: '#3ff23f',
  warning: '#ffff01',
  attention: '#ff8080',
  emphasis: '#000000',
  goodFill: '#000000',
  warningFill: '#000000',
  attentionFill: '#000000',
  accentFill: '#000000',
  border: '#ffffff',
  button: '#ffffff',
  link: '#ffff01',
};

export const themes = { licht: light, donker: dark, contrast } as const;
export type ThemeName = keyof typeof themes;

/** Widths of a card: a chat on a desktop, and the narrowest phone (320 px). */
export const widths = { bureau: 560, telefoon: 320 } as const;
export type WidthName = keyof typeof widths;

/** A host configuration for the official renderer. */
export const hostConfigOf = (name: ThemeName): object => {
  const colours = themes[name];
  const tone = (colour: string, subtle = colour) => ({ default: colour, subtle });
  const foregroundColors = {
    default: tone(colours.text, colours.subtle),
    dark: tone(colours.text),
    light: tone(colours.subtle),
    accent: tone(colours.accent),
    good: tone(colours.good),
    warning: tone(colours.warning),
    attention: tone(colours.attention),
  };
  const box = (backgroundColor: string) => ({ backgroundColor, foregroundColors, borderColor: colours.border });
  return {
    fontFamily: "'Segoe UI', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.border },
    supportsInteractivity: true,
    actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
    textBlock: { headingLevel: 2 },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 12 },
    inputs: {
      label: { requiredInputs: { suffix: ' *', suffixColor: 'attention' }, inputSpacing: 'small' },
      errorMessage: { color: 'attention', spacing: 'small' },
    },
    containerStyles: {
      default: box(colours.card),
      emphasis: box(colours.emphasis),
      good: box(colours.goodFill),
      warning: box(colours.warningFill),
      attention: box(colours.attentionFill),
      accent: box(colours.accentFill),
    },
  };
};

/** What Teams' own style sheet does around the renderer's elements. */
export const sheetOf = (name: ThemeName): string => {
  const { page, card, text, border, button, link, accent } = themes[name];
  return `
    html { background: ${page}; }
    body { margin: 0; padding: 8px; font-family: 'Segoe UI', 'Liberation Sans', sans-serif; color: ${text}; }
    #card { background: ${card}; border: 1px solid ${border}; border-radius: 6px; box-sizing: border-box; }
    .ac-container[style*="background"] { border-radius: 4px; }
    a { color: ${link}; }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
    .ac-pushButton { min-height: 32px; padding: 5px 12px; border: 1px solid ${border}; border-radius: 4px; background: ${card};
      color: ${button}; font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; }
    .ac-pushButton.style-positive { border: 2px solid ${accent}; }
    .ac-input { box-sizing: border-box; max-width: 100%; background: ${card}; color: ${text}; border: 1px solid ${border}; border-radius: 4px;
      padding: 5px 8px; font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; }
    .ac-input-container label, .ac-choiceSetInput-expanded label { color: ${text}; }
  `;
};
