/** Where the board has its people trained, regularly. */
export const training = 'Academie VCO Consent';
