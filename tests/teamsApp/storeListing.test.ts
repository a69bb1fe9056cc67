import { formOf, forms, type FormName } from '../../src/cards/forms';
import { wayVerbs } from '../../src/cards/ways';
import { caseFiles, plainly } from '../cards/caseFiles';
import { contextOf } from '../cards/context';
import { caselessContext, compose } from '../cards/showings';
import { objectsDeep, pressesOf, templates, verbOf } from '../cards/templates';
import { buttonsOf } from '../support/cardParts';
import { at, objectsIn, type JsonObject } from '../support/json';
import { bot, jsonIn, manifest, read, values, waysOn } from './listing';

/**
 * Microsoft's points for apps in the Teams Store (platform §5.2) that are about cards and about what the store shows; the
 * others are in storeChecklist.test.ts.
 */

// Object.keys of a const table gives exactly its keys; TypeScript widens them to string.
const names = Object.keys(forms) as FormName[];

const contexts = [contextOf(), contextOf(caseFiles(plainly)['a case with everything in it'])];
/** Every form on a new case and on a full one, or without a case. */
const shown = names.flatMap((name) =>
  (formOf(name).caseless ? [caselessContext()] : contexts).map((context) => ({ name, card: compose(name, context) })),
);

describe('given point 5: no dead ends', () => {
  test('when a form opens on a case or without one, then it leads on to another card', () => {
    const dead = shown.filter(({ card }) => waysOn(card).length === 0);
    expect(dead.map(({ name }) => name)).toEqual([]);
  });

  test('when a card that is no form is shown, then it leads on', () => {
    const isPart = (name: string): boolean => name === 'practice/mark'; // never alone: it stands on top of other cards
    const dead = templates
      .filter(({ name }) => !names.some((form) => form === name) && !isPart(name))
      .filter(({ card }) => {
        // Two ways of which always one is shown are as good as one.
        const whens = waysOn(card).map((action) => action['$when']);
        return !whens.includes(undefined) && whens.length < 2;
      });
    expect(dead.map(({ name }) => name)).toEqual([]);
  });

  test('when somebody does not want to record after all, then every form that asks something lets them leave without', () => {
    const away = (wayVerbs as readonly string[]).filter((verb) => verb !== 'showEmergency');
    const stuck = templates.filter(
      ({ name, card }) =>
        names.some((form) => form === name && formOf(form).records.length > 0) &&
        !pressesOf(card).some((button) => away.includes(verbOf(button)) && button.inputs.length === 0),
    );
    expect(stuck.map(({ name }) => name)).toEqual([]);
  });
});

describe('given point 9: cards on a phone', () => {
  // On every kind of case: tests/cards/contractRendering.test.ts. Drawn on the phone: tests/e2e/cards/everyCard.test.ts.
  test('when a card opens on a new case or a full one, then it has six buttons at most', () => {
    const wide = shown.filter(({ card }) => objectsIn(card['actions']).length > 6);
    expect(wide.map(({ name }) => name)).toEqual([]);
  });

  test('when a text is longer than a line, then it wraps and is never cut', () => {
    const cut = templates.flatMap(({ name, card }) =>
      objectsDeep(card)
        .filter(({ type, wrap, maxLines }) => type === 'TextBlock' && (wrap !== true || maxLines !== undefined))
        .filter(({ text }) => text !== '${sign}') // one sign: how a step stands
        .map(({ text }) => [name, text]),
    );
    expect(cut).toEqual([]);
  });

  test('when a button leaves Teams, then it says so; calling, and a chat of Teams, do not leave', () => {
    const leaving = templates
      .filter(({ name }) => name !== 'notices/channel')
      .flatMap(({ card }) => buttonsOf(card))
      .filter(({ action }) => action['type'] === 'Action.OpenUrl' && !String(action['url']).startsWith('tel:'));
    expect(leaving.map(({ title }) => title)).toEqual(['Open in browser ↗']);
  });
});

describe('given points 13 to 16: what the store shows', () => {
  // Icons, schema and addresses that Teams would refuse: tests/teamsApp/appPackage.test.ts.
  test('then the addresses of its maker, privacy and terms are https, and they are three', () => {
    const { websiteUrl, privacyUrl, termsOfUseUrl } = at(manifest, 'developer') as JsonObject; // the schema asks for it
    const urls = [websiteUrl, privacyUrl, termsOfUseUrl].map(String);
    expect(urls.filter((url) => !url.startsWith('https://'))).toEqual([]);
    expect(new Set(urls).size).toBe(3);
  });

  test('then the description names the account, the administrator and the limits, in both languages', () => {
    const english = jsonIn('deploymentTemplates/teamsApp/en.json');
    expect(at(manifest, 'description', 'full')).toMatch(/Een account van je school.*beheerder.*meldt nooit zelf.*112/s);
    expect(english['description.full']).toMatch(/account of your school.*administrator.*never reports.*112/s);
    for (const key of ['name.short', 'name.full', 'description.short']) expect(english[key]).toMatch(/\w/);
  });

  test('then the README shows it in pictures, and gives everybody who tries it a school leader', () => {
    const readme = read('README.md');
    expect([...readme.matchAll(/\]\(docs\/screens\/\w+\.png\)/g)].length).toBeGreaterThanOrEqual(3);
    expect(readme).toMatch(/`npm run demo` prints three addresses: a teacher, .* and the school leader/);
  });

  test('then it is no bot that only notifies, has its own name in Azure, and rises with the product', () => {
    expect(bot).toMatchObject({ isNotificationOnly: false, botId: values.BOT_ID });
    expect(at(manifest, 'version')).toBe(jsonIn('package.json')['version']);
    expect(at(manifest, 'version')).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
