import { evaluated } from './expression';
import { idOf, innerOf, parametersIn, resourcesOf, scopeOf, templateIn, type Template } from './templates';

const pairs = [
  ['deployUseExistResourceGroup', 'BotApp', 'with-rg'],
  ['deployUseExistResourceGroup', 'AzureBot', 'with-rg'],
  ['deployWithNewResourceGroup', 'BotApp', 'new-rg'],
  ['deployWithNewResourceGroup', 'AzureBot', 'new-rg'],
] as const;

const all = pairs.map(([folder, what, how]) => {
  const template = templateIn(`${folder}/template-${what}-${how}.json`);
  const parameters = parametersIn(`${folder}/parameters-for-template-${what}-${how}.json`);
  return [`${what} ${how}`, template, parameters] as const;
});
const withGroup = all.filter(([name]) => name.endsWith('with-rg'));

/** The template without the one inside: that has parameters and variables of its own. */
const ownText = (template: Template): string =>
  JSON.stringify(template, (key, value: unknown) => (key === 'template' ? null : value));
const used = (kind: 'parameters' | 'variables', text: string): string[] => [
  ...new Set([...text.matchAll(new RegExp(`${kind}\\('(\\w+)'\\)`, 'g'))].map(([, name]) => name ?? '')),
];

describe.each(all)('given the template %s', (_name, template, file) => {
  test('then every parameter and variable it uses is declared, and every one declared is used', () => {
    const text = ownText(template);
    expect(used('parameters', text).sort()).toEqual(Object.keys(template.parameters).sort());
    expect(used('variables', text).sort()).toEqual(Object.keys(template.variables ?? {}).sort());
  });

  test('then every expression in it can be worked out, its outputs too', () => {
    const given = Object.fromEntries(Object.entries(file.parameters).map(([name, { value }]) => [name, value]));
    const scope = scopeOf(template, given);
    const resources = template.resources.map(({ properties, ...rest }) =>
      rest.type === 'Microsoft.Resources/deployments' ? rest : { ...rest, properties },
    );
    const text = JSON.stringify([evaluated(resources, scope), evaluated(template.outputs, scope)]);
    expect(text).not.toMatch(/"\[[a-z]|undefined/);
  });

  test('then its parameter file fills in what has no default, and nothing that is not there', () => {
    const names = Object.keys(file.parameters);
    const needed = Object.entries(template.parameters).filter(([, { defaultValue }]) => defaultValue === undefined);
    expect(names.filter((name) => !Object.hasOwn(template.parameters, name))).toEqual([]);
    expect(needed.map(([name]) => name).filter((name) => !names.includes(name))).toEqual([]);
    for (const [name, { value }] of Object.entries(file.parameters)) {
      const { type, allowedValues } = template.parameters[name] ?? {};
      expect([name, typeof value]).toEqual([name, type === 'int' ? 'number' : type === 'bool' ? 'boolean' : 'string']);
      if (allowedValues) expect(allowedValues).toContain(value);
    }
  });

  test('then each parameter says what it is for, and none asks for or shows a secret', () => {
    for (const { metadata, type } of Object.values(template.parameters)) {
      expect(metadata.description.length).toBeGreaterThan(10);
      expect(type).not.toMatch(/secure/i);
    }
    expect(JSON.stringify(template)).not.toMatch(/listKeys|listCredentials|password|secret/i);
  });
});

describe.each(withGroup)('given the resources of %s', (_name, template) => {
  const resources = resourcesOf(template);
  const ids = resources.map(idOf);

  test('then no two are the same, and each waits only for others of this template', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const awaited = resources.flatMap(({ dependsOn = [] }) => dependsOn);
    expect(awaited.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('then everything that one points to is made here, or named by somebody who deployed the first template', () => {
    const text = JSON.stringify(resources);
    const pointed = [...text.matchAll(/(?<=["(])\/providers\/Microsoft\.[\w.]+(?:\/[\w.-]+)+(?=[")])/g)].map(
      ([id]) => id,
    );
    const parts = (id: string): boolean =>
      ids.includes(id) || /\/(subnets|sqlRoleDefinitions|dbs)\/[\w.-]+$/.test(id) || id.includes('/voorbeeld');
    expect(pointed.length).toBeGreaterThan(0);
    expect([...new Set(pointed)].filter((id) => !parts(id))).toEqual([]);
  });

  test('then who uses something waits for it to be there', () => {
    const waits = (id: string, seen = new Set<string>()): Set<string> => {
      for (const other of resources[ids.indexOf(id)]?.dependsOn ?? [])
        if (!seen.has(other)) waits(other, seen.add(other));
      return seen;
    };
    const early = resources.flatMap((resource) => {
      const { dependsOn: _waits, ...rest } = resource;
      const text = JSON.stringify(rest);
      const id = idOf(resource);
      const asked = ids.filter((other) => other !== id && text.includes(`"${other}"`));
      return asked.filter((other) => !waits(id).has(other)).map((other) => `${id} does not wait for ${other}`);
    });
    expect(early).toEqual([]);
  });
});

describe('given a deployment into a new group', () => {
  test.each(['BotApp', 'AzureBot'])('then %s holds exactly what a deployment into an existing group makes', (what) => {
    const inner = innerOf(templateIn(`deployWithNewResourceGroup/template-${what}-new-rg.json`));
    expect(inner).toEqual(templateIn(`deployUseExistResourceGroup/template-${what}-with-rg.json`));
  });
});
