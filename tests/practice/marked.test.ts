import { forms, isFormName } from '../../src/cards/forms';
import type { Card } from '../../src/cards/render';
import { cast, isPlayed, practiceDirectory } from '../../src/practice/cast';
import { MARK, markedRenderer } from '../../src/practice/marked';
import { scenes } from '../../src/practice/scenes';
import { teacher } from '../cards/context';
import { objectsDeep, templateOf, templates } from '../cards/templates';
import { exampleDirectory } from '../support/insideBot';
import { at, objectsIn } from '../support/json';

const id = '0b7f4d52-93a1-4c5e-8f60-1d2e3a4b5c6d';

describe('given every card of the bot as a card of a practice', () => {
  // The templates themselves: which of their parts a case shows makes no difference to the mark.
  const marked = markedRenderer((name) => templateOf(name)?.card as Card, id); // a template is a card with gaps

  test.each(templates.map(({ name }) => name).filter(isFormName))(
    'then %s says at the top that it is none of the real work, and each of its buttons stays inside',
    (name) => {
      const card = marked(name, {});
      expect(JSON.stringify(objectsIn(card['body'])[0])).toContain('OEFENING: dit is niet echt');
      const presses = objectsDeep(card).filter(({ type }) => type === 'Action.Execute');
      expect(presses.length).toBeGreaterThan(0);
      expect(presses.filter((press) => at(press, 'data', 'm', MARK) !== id)).toEqual([]);
    },
  );

  test('then the card itself is left as it was', () => {
    const before = JSON.stringify(templates);
    for (const { name } of templates) marked(name, {});
    expect(JSON.stringify(templates)).toBe(before);
  });
});

describe('given the fictional case', () => {
  test('then each scene belongs to a card on which something is filled in', () => {
    // Object.keys of a partial record of forms gives names of forms; TypeScript widens them to string.
    const told = Object.keys(scenes).filter(isFormName);
    expect(told.length).toBeGreaterThan(15);
    expect(told.filter((name) => forms[name].records.length === 0 && name !== 'intake/triage')).toEqual([]);
  });

  test('then nobody who is played is somebody of the board, and nobody of the board is at the practice school', () => {
    const real = exampleDirectory();
    expect(cast.filter((player) => real.person(player.id))).toEqual([]);
    const directory = practiceDirectory(real, teacher);
    const [school] = directory.schools();
    const there = directory.withRole(school?.id ?? '', [
      ...(['leerkracht', 'intern-begeleider', 'schoolleider', 'vertrouwenspersoon', 'jeugdverpleegkundige'] as const),
    ]);
    expect(there.filter((person) => !isPlayed(person.id)).map((person) => person.id)).toEqual([teacher]);
    expect(directory.boardPeople()).toEqual([]);
    expect(real.schools().flatMap((one) => directory.rolesAt(teacher, one.id))).toEqual([]);
  });
});
