import type { Person } from '../directory/directory';

interface PlaygroundPerson {
  id: string;
  name: string;
  /** The Playground's own spelling; another key is refused. */
  userPrincipleName: string;
  aadObjectId: string;
  givenName: string;
  surname: string;
  email: string;
}

/** The Playground wants this many people besides the one at the screen, no more and no fewer. */
const others = 5;

const accountOf = ({ id, name }: Pick<Person, 'id' | 'name'>): PlaygroundPerson => {
  const [givenName = name, ...rest] = name.split(' ');
  const mail = `${id.slice(0, 8)}@school.example`;
  return {
    // The same id twice: the Playground's people picker submits `id`, Teams submits the object id.
    ...{ id, aadObjectId: id, name, givenName, surname: rest.join(' ') },
    ...{ userPrincipleName: mail, email: mail },
  };
};

/** Somebody who is in no directory, for a directory with fewer than six people. */
const stranger = (number: number): Pick<Person, 'id' | 'name'> => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  name: `Voorbeeld ${number}`,
});

/** Contents of `.m365agentsplayground.yml` for the screen of `me`. JSON is YAML, so it is written as JSON. */
export const playgroundConfig = (tenantId: string, me: Person, people: readonly Person[]): string => {
  const known = people.filter(({ id }) => id !== me.id).slice(0, others);
  const fill = Array.from({ length: others - known.length }, (_, index) => stranger(index + 1));
  return JSON.stringify(
    {
      version: '0.1.1',
      tenantId,
      bot: { id: '28:meldcode-bot', name: 'Meldcode' },
      currentUser: accountOf(me),
      users: [...known, ...fill].map(accountOf),
      personalChat: { id: `personal-${me.id}` },
      groupChat: { id: '19:teamkamer@thread.v2', name: 'Teamkamer' },
      team: {
        id: '19:school@thread.tacv2',
        name: 'School',
        aadGroupId: '00000000-0000-4000-8000-00000000000a',
        channels: [{ id: '19:algemeen@thread.tacv2', name: 'Algemeen' }],
      },
    },
    null,
    1,
  );
};
