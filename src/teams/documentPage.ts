import { createHash } from 'node:crypto';

const style = `body{font:16px/1.5 sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b}
h1{font-size:1.4rem}input{font:inherit;font-size:1.6rem;width:10rem;letter-spacing:.2rem;padding:.3rem}
button{font:inherit;padding:.5rem 1rem;margin-left:.5rem}`;

/** What these pages may do: show themselves and send their own form. No script, no picture, no other place. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><h1>${title}</h1>${body}</body></html>`;

/** Asks for the code of the card. Nothing that somebody sent stands on it. */
export const codePage = (wrong = false): string =>
  page(
    'Document ophalen',
    `${wrong ? '<p role="alert"><strong>Deze code klopt niet.</strong> Kijk nog eens op de kaart in Teams.</p>' : ''}
<p>Vul de code in die op je kaart in Teams staat. Het document wordt dan opgehaald. Dat kan één keer.</p>
<form method="post"><label for="code">Code van zes cijfers</label><br><input id="code" name="code" inputmode="numeric" autocomplete="off" pattern="[0-9 ]{6,7}" required autofocus><button>Ophalen</button></form>
<p>Let op: het document ligt daarna buiten de beveiligde opslag. Bewaar het veilig.</p>`,
  );

/** The same for an address that never was, was used, has expired, or may not be used any more. */
export const gonePage = (): string =>
  page(
    'Dit adres werkt niet meer',
    '<p>Een adres werkt één keer, tien minuten lang. Zet het document in Teams opnieuw klaar.</p>',
  );
