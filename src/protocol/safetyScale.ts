/** How safe somebody thinks the child is. A figure helps to talk and to see a trend; it weighs nothing by itself. */
export const safetyScale = {
  '0': '0: helemaal niet veilig',
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  '5': '5: half om half',
  '6': '6',
  '7': '7',
  '8': '8',
  '9': '9',
  '10': '10: helemaal veilig',
} as const;

export type SafetyFigure = keyof typeof safetyScale;

/** Which way the last figure went from the one before it. */
export const trendOf = (figures: readonly SafetyFigure[]): 'hoger' | 'lager' | 'gelijk' | undefined => {
  const [before, last] = figures.slice(-2).map(Number);
  if (before === undefined || last === undefined) return undefined;
  return last > before ? 'hoger' : last < before ? 'lager' : 'gelijk';
};
