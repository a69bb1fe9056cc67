import type { SchoolView } from './context';

/** A phone number for a `tel:` link. */
export const telOf = (phone: string): string => phone.replace(/\D/g, '');

/** Veilig Thuis to press and call, for our own TextBlocks: the number is the board's and holds digits and dashes only. */
export const callLink = ({ contacts }: Pick<SchoolView, 'contacts'>): string =>
  `[${contacts.veiligThuis.phone}](tel:${telOf(contacts.veiligThuis.phone)})`;
