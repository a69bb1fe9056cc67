/** What an expression of a template may ask for. Azure gives some only while it deploys; here they become a mark. */
export type Scope = {
  parameters: Readonly<Record<string, unknown>>;
  variables: Readonly<Record<string, unknown>>;
};

type Token = { kind: 'text' | 'name' | 'number' | 'sign'; text: string };

const tokensOf = (source: string): Token[] => {
  const pattern = /'((?:[^']|'')*)'|([A-Za-z_]\w*)|(\d+)|([(),.])|\s+/gy;
  const tokens: Token[] = [];
  let at = 0;
  for (const match of source.matchAll(pattern)) {
    at = match.index + match[0].length;
    const [, text, name, number, sign] = match;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'") });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  if (at !== source.length) throw new Error(`cannot read ${source.slice(at)}`);
  return tokens;
};

type Give = (scope: Scope, args: readonly unknown[]) => unknown;
const texts = (args: readonly unknown[]): string[] => args.map(String);

const id = (prefix: string, [type = '', ...names]: readonly string[]): string => {
  const [provider, ...kinds] = type.split('/');
  return `${prefix}/providers/${provider}/${kinds.map((kind, i) => `${kind}/${names[i] ?? '?'}`).join('/')}`;
};
const pairs = (args: readonly unknown[]): [string, unknown][] =>
  args.flatMap((name, i): [string, unknown][] => (i % 2 === 0 ? [[String(name), args[i + 1]]] : []));

const named = (kind: 'parameters' | 'variables'): Give =>
  function find(scope, [name]) {
    if (!Object.hasOwn(scope[kind], String(name))) throw new Error(`no ${kind} ${String(name)}`);
    return scope[kind][String(name)];
  };

/** What only Azure knows: any part of it is a mark with the path that leads there. */
const mark = (text: string): object =>
  new Proxy(
    {},
    {
      get: (_nothing, name) =>
        name === 'toJSON' || name === Symbol.toPrimitive ? () => text : mark(`${text}.${String(name)}`),
    },
  );

const functions: Readonly<Record<string, Give>> = {
  parameters: named('parameters'),
  variables: named('variables'),
  concat: (_, args) => texts(args).join(''),
  string: (_, [value]) => String(value),
  take: (_, [text, most]) => String(text).slice(0, Number(most)),
  equals: (_, [one, other]) => one === other,
  if: (_, [condition, yes, no]) => (condition === true ? yes : no),
  createArray: (_, args) => args,
  createObject: (_, args) => Object.fromEntries(pairs(args)),
  uniqueString: () => 'abc123def456g',
  guid: (_, args) => `guid(${texts(args).join(', ')})`,
  resourceGroup: () => ({ id: '/subscriptions/s/resourceGroups/g' }),
  subscription: () => ({ id: '/subscriptions/s', subscriptionId: 's' }),
  tenant: () => ({ tenantId: 'the-tenant' }),
  subscriptionResourceId: (_, args) => id('/subscriptions/s', texts(args)),
  resourceId: (_, args) => {
    const [first = '', second = '', ...rest] = texts(args);
    // With a subscription and a group before the type it points into that group.
    return first.includes('/') ? id('', [first, second, ...rest]) : id(`/subscriptions/${first}/${second}`, rest);
  },
  reference: (_, [target]) => mark(`reference(${String(target)})`),
};

/** Works out an expression between square brackets; throws on anything that it, or the template, does not know. */
const workOut = (source: string, scope: Scope): unknown => {
  const tokens = tokensOf(source);
  const next = (): Token => {
    const token = tokens.shift();
    if (!token) throw new Error(`${source} ends too early`);
    return token;
  };
  const comes = (sign: string): boolean => tokens[0]?.text === sign;
  const value = (): unknown => {
    const { kind, text } = next();
    if (kind === 'text') return text;
    if (kind === 'number') return Number(text);
    const give = functions[text];
    if (!give || next().text !== '(') throw new Error(`${text} is not known here`);
    const args: unknown[] = [];
    while (!comes(')')) {
      args.push(value());
      if (comes(',')) next();
      else if (!comes(')')) throw new Error(`no end to ${text} in ${source}`);
    }
    next();
    let found = give(scope, args);
    while (comes('.')) {
      next();
      // Only objects are asked for a part; what is not there shows as undefined.
      found = (found as Readonly<Record<string, unknown>>)[next().text];
    }
    return found;
  };
  const result = value();
  if (tokens.length > 0) throw new Error(`more than one value in ${source}`);
  const whole: unknown = JSON.parse(JSON.stringify(result)); // marks become their text
  return whole;
};

/** A part of a template with every expression in it worked out. */
export const evaluated = (part: unknown, scope: Scope): unknown => {
  if (typeof part === 'string') return /^\[(?!\[).*\]$/s.test(part) ? workOut(part.slice(1, -1), scope) : part;
  if (Array.isArray(part)) return part.map((one) => evaluated(one, scope));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, one]) => [String(evaluated(name, scope)), evaluated(one, scope)]),
  );
};
