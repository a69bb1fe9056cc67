/** Escapes what a TextBlock would read as markdown; for the few words of people that stand in one line with ours. */
export const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&');
