import * as z from 'zod';
import { oneLine } from './oneLine';

/** Digits as dialled inside the Netherlands: +31 and 0031 become 0. */
const dialled = (text: string): string => text.replace(/\D/g, '').replace(/^(?:00)?31(?=\d{7,})/, '0');

/** A national site prints this as the number of Veilig Thuis (requirements 5.1, S-10). */
const WRONG_VEILIG_THUIS = /0800[\s().-]*0200(?!\d)/;
const wrongVeiligThuis =
  '0800-0200 is niet het nummer van Veilig Thuis (het staat fout op een landelijke website). Gebruik 0800-2000.';

const isPhone = (text: string): boolean =>
  /^\+?[0-9(][0-9 ().-]*$/.test(text) && dialled(text).length >= 8 && dialled(text).length <= 13;

const phone = z
  .string()
  .trim()
  .max(30)
  .refine(isPhone, 'Dit is geen telefoonnummer. Schrijf alleen cijfers met spaties of streepjes, zoals 0800-2000.')
  .refine((text) => dialled(text) !== '08000200', wrongVeiligThuis);

const site = z
  .string()
  .trim()
  .max(200)
  .regex(
    /^(?:https:\/\/)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:\/[\w\-./~%]*)?$/i,
    'Dit is geen webadres. Schrijf bijvoorbeeld www.veiligthuistwente.nl of een adres dat met https:// begint.',
  );

const sentence = oneLine(300, 'Deze tekst is leeg. Vul hem in of haal de sleutel weg.').refine(
  (text) => !WRONG_VEILIG_THUIS.test(text),
  wrongVeiligThuis,
);

/** Contacts with the national and regional defaults of requirements 5.1; what is per board has none. */
export const contactsSchema = z.strictObject({
  veiligThuis: z
    .strictObject({ phone: phone.default('0800-2000'), site: site.default('www.veiligthuistwente.nl') })
    .prefault({}),
  emergency: z
    .string()
    .trim()
    .refine((text) => text === '112', 'Het noodnummer in Nederland is 112. Schrijf "112" of haal de sleutel weg.')
    .default('112'),
  police: phone.default('0900-8844'),
  vertrouwensinspecteur: phone.default('0900-111 3 111'),
  kindertelefoon: phone.default('0800-0432'),
  externalConfidant: z.strictObject({ name: sentence, phone }).optional(),
  boardPhone: phone.optional(),
  crisisService: sentence.default(
    'Buiten kantooruren neemt Veilig Thuis Twente de crisisdienst waar, dag en nacht en ook in het weekend.',
  ),
});
