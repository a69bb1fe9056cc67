import type { SchoolView } from './context';

/** Veilig Thuis to press and call, for our own TextBlocks: the number is the board's and holds digits and dashes only. */
export const callLink = ({ contacts }: Pick<SchoolView, 'contacts'>): string =>
  `[${contacts.veiligThuis.phone}](tel:${contacts.veiligThuis.phone.replace(/\D/g, '')})`;
