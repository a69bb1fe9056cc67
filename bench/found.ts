/** What the bot is measured by, and what is asked of it. */
export type Ratio = { what: string; is: number } & ({ least: number } | { most: number });

/** What a part of the bench found: ratios, and what is wrong whatever the ratios are. */
export type Found = { ratios: readonly Ratio[]; problems?: readonly string[] };
