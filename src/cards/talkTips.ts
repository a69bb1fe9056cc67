import type { Dutch, Tongue } from '../text/tongue';

/** Help for a talk with parents about concerns (protocol step 3; requirements 5.6), in our own words. */
export const talkTips = [
  'Voer het gesprek niet alleen. Vraag een collega erbij en verdeel de rollen.',
  'Neem de tijd en kies een rustige plek.',
  'Noem je zorgen concreet. Noem ook wat goed gaat.',
  'Liever niet op vrijdagmiddag: in het weekend ziet niemand van school het kind.',
  'Heeft het kind het zelf verteld? Bespreek dan hoe ouders thuis op het kind reageren.',
  'Regel een tolk als dat nodig is. Laat het kind niet tolken.',
  'Twijfel je of het veilig is om dit te vertellen? Bel eerst Veilig Thuis.',
] as const;

/** Help for telling parents about a melding (requirements 5.6). */
export const reportTalkTips = [
  'Vraag een collega erbij en neem de tijd.',
  'Noem je zorgen concreet. Noem ook eerdere gesprekken en stappen.',
  'Je vertelt dat je gaat melden. Je vraagt geen toestemming.',
  'Leg uit wat jouw verantwoordelijkheid is, en die van de school.',
  'Vertel kort wat Veilig Thuis doet: kijken wat er speelt en welke hulp nodig is.',
  'Liever niet op vrijdag: in het weekend ziet niemand van school het kind.',
  'Heeft het kind het zelf verteld? Spreek af hoe ouders op het kind reageren.',
  'Regel een tolk als dat nodig is. Laat het kind niet tolken.',
  'Vraag Veilig Thuis of het veilig is dat jij het de ouders vertelt.',
] as const;

/** Protocol step 5-I, the five points of the talk about the melding. */
export const reportTalkGuide = [
  'Leg uit waarom je gaat melden en wat je ermee wilt bereiken.',
  'Vraag de ouder, en als dat past de leerling, om een reactie.',
  'Is er een bezwaar? Zoek samen hoe je daaraan tegemoet kunt komen. Leg dat vast.',
  'Lukt dat niet? Weeg het bezwaar: de aard, de ernst en de noodzaak om te beschermen.',
  'Geeft bescherming de doorslag? Doe dan de melding.',
] as const;

/** Rows for a template: every text with its number. */
export const numbered = (t: Tongue, texts: readonly Dutch[]): readonly { nr: string; text: string }[] =>
  texts.map((text, i) => ({ nr: String(i + 1), text: t(text) }));
