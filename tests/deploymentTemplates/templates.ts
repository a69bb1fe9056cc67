import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluated, type Scope } from './expression';

const folder = join(__dirname, '../../deploymentTemplates');

export type Parameter = {
  type: string;
  defaultValue?: unknown;
  allowedValues?: unknown[];
  minLength?: number;
  metadata: { description: string };
};
export type Resource = {
  type: string;
  apiVersion: string;
  name: string;
  location?: string;
  scope?: string;
  dependsOn?: string[];
  properties?: Record<string, unknown>;
} & Record<string, unknown>;
export type Template = {
  $schema: string;
  parameters: Record<string, Parameter>;
  variables?: Record<string, unknown>;
  resources: Resource[];
  outputs: Record<string, { type: string; value: string }>;
};
export type ParameterFile = { parameters: Record<string, { value: unknown }> };

// Files of our own; the tests below are what checks their shape.
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
export const templateIn = (path: string): Template => read(path) as Template;
export const parametersIn = (path: string): ParameterFile => read(path) as ParameterFile;

/** The template that a deployment to a new group holds inside it. */
export const innerOf = (template: Template): Template => {
  const inner = template.resources.find(({ type }) => type === 'Microsoft.Resources/deployments');
  if (!inner) throw new Error('no template inside');
  return inner.properties?.['template'] as Template; // a deployment always holds one
};

const example = ({ type, allowedValues }: Parameter): unknown =>
  allowedValues?.[0] ?? (type === 'int' ? 2 : type === 'bool' ? true : 'voorbeeld');

/** Values as somebody could fill them in: what is given, else the default, else something. */
export const scopeOf = (template: Template, given: Readonly<Record<string, unknown>> = {}): Scope => {
  const parameters = Object.fromEntries(
    Object.entries(template.parameters).map(([name, one]) => [name, given[name] ?? one.defaultValue ?? example(one)]),
  );
  const scope = { parameters, variables: {} };
  // Variables of these templates ask for parameters only.
  return { parameters, variables: evaluated(template.variables ?? {}, scope) as Record<string, unknown> };
};

/** All resources as Azure would get them. */
export const resourcesOf = (template: Template, given: Readonly<Record<string, unknown>> = {}): Resource[] =>
  evaluated(template.resources, scopeOf(template, given)) as Resource[]; // evaluation keeps the shape

export const idOf = ({ type, name, scope }: Resource): string => {
  const [provider, ...kinds] = type.split('/');
  const names = name.split('/');
  return `${scope ?? ''}/providers/${provider}/${kinds.map((kind, i) => `${kind}/${names[i] ?? '?'}`).join('/')}`;
};
