import { wholeText, readPdf } from '../dossier/pdfText';
import { objectsIn, stringOf } from '../support/json';
import type { Card } from '../support/card';
import { beginsCase, chooses, does, goes, hears, offers, stories, theCase } from './story';
import { signal } from './steps';

const given = stories();

/** The address and the code on a card that says a document is ready. */
const ticketOn = (card: Card): { url: string; code: string } => {
  const open = objectsIn(card.content['actions']).find(({ type }) => type === 'Action.OpenUrl');
  const code = /\b\d{3} \d{3}\b/.exec(card.text)?.[0];
  if (!open || !code) throw new Error(`no address or code on: ${card.text}`);
  return { url: stringOf(open['url']) ?? '', code };
};

const post = (url: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
const withCode = (code: string): string => new URLSearchParams({ code }).toString();
const wrong = (code: string): string => (code.startsWith('0') ? '111111' : '000000');

const begun = async () => {
  const story = await given();
  await beginsCase(story.teacher);
  await does(story.teacher, 'Vastleggen', signal);
  await goes(story.teacher, 'Documenten en dossiercheck', 'Verantwoordingsdossier');
  const { url: address, code } = ticketOn(await does(story.teacher, 'Klaarzetten'));
  return { ...story, address, code };
};

describe('given a document that was made ready on a card', () => {
  test('R-055 I-22: when the code is filled in at its address, then the file comes once, and everybody can see who took it', async () => {
    const story = await begun();
    const page = await fetch(story.address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).not.toMatch(/Sam|MC-/);

    const taken = await post(story.address, withCode(story.code));
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(taken.headers.get('content-disposition')).toBe('attachment; filename="verantwoordingsdossier.pdf"');
    expect(taken.headers.get('cache-control')).toBe('no-store');
    const text = wholeText(await readPdf(Buffer.from(await taken.arrayBuffer())));
    expect(text).toContain('Sam de Vries');
    expect(text).toContain('Verantwoordingsdossier (meegenomen)');

    expect((await fetch(story.address)).status).toBe(404);
    expect((await post(story.address, withCode(story.code))).status).toBe(404);
    await story.leader.says('mijn zaken');
    const seen = await goes(story.leader, 'Wie heeft dit dossier gezien');
    expect(seen.text).toContain('Verantwoordingsdossier (meegenomen)');
    expect(story.log).toEqual([]);
  });

  test('when the code is wrong, then a Dutch line says so, and after five tries the address is gone', async () => {
    const story = await begun();
    const first = await post(story.address, withCode(wrong(story.code)));
    expect([first.status, (await first.text()).includes('Deze code klopt niet.')]).toEqual([403, true]);
    for (let i = 0; i < 4; i += 1) await post(story.address, withCode(wrong(story.code)));
    expect((await post(story.address, withCode(story.code))).status).toBe(404);
  });

  test('when ten minutes have passed, or the address is changed, then there is nothing', async () => {
    const story = await begun();
    const other = await post(
      `${story.address.slice(0, -1)}${story.address.endsWith('A') ? 'B' : 'A'}`,
      withCode(story.code),
    );
    expect(other.status).toBe(404);
    story.later(0, 0, 10);
    expect((await post(story.address, withCode(story.code))).status).toBe(404);
  });

  test('when the process was started anew in between, then it still works', async () => {
    const story = await begun();
    const { pathname } = new URL(story.address);
    await story.restart();
    const taken = await post(new URL(pathname, story.url()).href, withCode(story.code));
    expect(taken.status).toBe(200);
    await taken.arrayBuffer();
  });

  test('A-29: when whoever asked for it may not see the file any more, then nothing comes', async () => {
    const story = await begun();
    await goes(story.teacher, 'Zaak overdragen aan een collega');
    await does(story.teacher, 'Overdragen', { to: story.otherTeacher.name, reason: 'Ik ga met verlof.' });
    await hears(story, story.otherTeacher, 'overgedragen');
    const refused = await post(story.address, withCode(story.code));
    expect(refused.status).toBe(404);
    expect(await refused.text()).not.toMatch(/Sam|MC-/);
  });

  test('when something else than the form is sent, then nothing comes and nothing breaks', async () => {
    const story = await begun();
    for (const body of ['code=', 'code=12345a', 'x'.repeat(5000), `code[]=${story.code}`])
      expect((await post(story.address, body)).status).toBe(403);
    expect((await post(story.address, '{}', { 'content-type': 'application/json' })).status).toBe(404);
    expect(story.log).toEqual([]);
  });
});

describe('given a parent who asks what is in the file', () => {
  test('I-22: when the leader takes it along as data, then it comes and is noted; to others it is not offered', async () => {
    const story = await given();
    await beginsCase(story.teacher);
    await does(story.teacher, 'Vastleggen', signal);
    const menu = await goes(story.teacher, 'Documenten en dossiercheck');
    expect(offers(menu).filter((title) => title.startsWith('Inzage'))).toEqual([]);
    await story.leader.says('mijn zaken');
    await goes(story.leader, 'Documenten en dossiercheck', 'Inzage als gegevensbestand voor een ouder');
    const { url, code } = ticketOn(await does(story.leader, 'Klaarzetten'));
    const taken = await post(url, withCode(code));
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(taken.headers.get('content-disposition')).toBe('attachment; filename="inzage-gegevens.json"');
    const data = (await taken.json()) as { leerling: { name: string } }; // what the bot wrote
    expect(data.leerling.name).toBe('Sam de Vries');
    const seen = await goes(story.leader, 'Wie heeft dit dossier gezien');
    expect(seen.text).toContain('Inzage als gegevensbestand (meegenomen)');
    expect(story.log).toEqual([]);
  });
});

describe('given the dossiercheck', () => {
  test('when it is opened, then it says what is open and leads to where that is mended, and records nothing', async () => {
    const story = await given();
    await beginsCase(story.teacher);
    const check = await goes(story.teacher, 'Documenten en dossiercheck', 'Dossiercheck');
    expect(check.text).toContain('Staat er genoeg om je zorgen op te baseren?');
    expect(check.text).toContain('○ Nog open');
    const mend = await chooses(story.teacher, 'Staat er genoeg om je zorgen op te baseren?');
    expect(mend.text).toContain('Wat zag of hoorde je?');
    expect((await theCase(story)).events).toHaveLength(1);
  });
});
