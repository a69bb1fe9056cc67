/** The name of the activity with which Teams brings the answer to a question about a file. */
export const FILE_CONSENT = 'fileConsent/invoke';
/** Teams' own cards: a question whether a file may come, and a file that came. */
export const CONSENT_CARD = 'application/vnd.microsoft.teams.card.file.consent';
export const FILE_CARD = 'application/vnd.microsoft.teams.card.file.info';
