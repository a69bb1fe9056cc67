import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';

const src = join(__dirname, '../src');
const below = [
  ...['protocol', 'text', 'casefile', 'directory', 'cards', 'dialogs', 'notices', 'dossier', 'practice', 'teams'],
];
const botbuilder = [
  'botbuilder',
  'botbuilder-core',
  'botbuilder-dialogs',
  'botframework-connector',
  'botframework-schema',
];

/** Room → rooms of this house it may import, and packages from outside (`node:` is every module of Node itself). */
const rooms: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  protocol: { rooms: [], packages: [] },
  text: { rooms: ['protocol'], packages: [] },
  casefile: {
    rooms: ['protocol'],
    packages: ['@azure/cosmos', '@azure/keyvault-keys', '@photostructure/sqlite', 'zod', 'node:'],
  },
  directory: { rooms: ['protocol'], packages: ['zod', 'node:'] },
  cards: {
    rooms: ['protocol', 'text', 'root'],
    packages: ['adaptivecards-templating', 'adaptive-expressions', 'zod', 'node:'],
  },
  dialogs: { rooms: ['protocol', 'cards', 'text'], packages: ['botbuilder', 'botbuilder-dialogs'] },
  notices: { rooms: ['protocol', 'cards', 'text', 'casefile'], packages: ['zod'] },
  dossier: { rooms: ['protocol', 'cards', 'text', 'casefile'], packages: ['pdfkit', 'zod', 'node:'] },
  practice: { rooms: ['protocol', 'cards', 'directory', 'text'], packages: [] },
  teams: { rooms: below, packages: [...botbuilder, 'restify', 'zod', 'node:'] },
  unsafeSettings: { rooms: [], packages: [] },
  environment: { rooms: [], packages: ['zod', 'node:'] },
  config: { rooms: ['environment', 'unsafeSettings'], packages: [] },
  root: { rooms: [], packages: ['node:'] },
  sourceFrames: { rooms: [], packages: ['node:'] },
  log: { rooms: ['sourceFrames'], packages: ['pino', 'node:'] },
  telemetry: {
    rooms: ['casefile', 'notices'],
    packages: [
      '@azure/monitor-opentelemetry-exporter',
      '@opentelemetry/api',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-metrics',
      '@opentelemetry/sdk-trace-base',
      'node:',
    ],
  },
  telemetryOf: { rooms: ['azureIdentity', 'config', 'telemetry'], packages: [] },
  groupMembersOf: { rooms: ['azureIdentity', 'config', 'directory'], packages: [] },
  application: { rooms: below, packages: [] },
  azureIdentity: { rooms: ['config'], packages: ['@azure/identity'] },
  vaultKey: { rooms: ['azureIdentity', 'casefile', 'config'], packages: [] },
  openStores: { rooms: ['azureIdentity', 'casefile', 'config', 'vaultKey'], packages: ['node:'] },
  masterKeyCures: { rooms: ['casefile'], packages: [] },
  cures: { rooms: ['casefile', 'masterKeyCures', 'openStores'], packages: [] },
  drain: { rooms: [], packages: ['restify', 'node:'] },
  sweep: { rooms: ['casefile'], packages: [] },
  server: {
    rooms: [...below, 'config', 'log', 'application', 'drain', 'openStores', 'sweep', 'telemetry', 'telemetryOf'],
    packages: ['restify', 'node:'],
  },
  heap: { rooms: [], packages: ['node:'] },
  runBot: {
    rooms: ['config', 'cures', 'log', 'directory', 'groupMembersOf', 'heap', 'server'],
    packages: ['dotenv'],
  },
  index: { rooms: ['root', 'runBot'], packages: ['node:'] },
  // Runs on a developer's machine, never in the bot.
  makeContainers: { rooms: ['casefile', 'config', 'cures', 'openStores'], packages: ['dotenv'] },
  upkeep: {
    rooms: ['casefile', 'config', 'cures', 'directory', 'openStores', 'vaultKey'],
    packages: ['csv-parse/sync', 'dotenv', 'node:'],
  },
  // Runs on an administrator's machine, never in the bot.
  teamsApp: { rooms: ['root'], packages: ['*'] },
  demo: { rooms: [...below, 'config', 'root', 'runBot'], packages: ['*'] },
};

/** Files that may be longer than 220 lines, each with the reason. */
const longTables: Readonly<Record<string, string>> = {
  'protocol/step1Signals.ts': 'the catalogue of signals and the lists of step 1 fill most of it',
  'protocol/step2Consult.ts': 'the lists of step 2 and the shape of each of its fourteen facts',
  'text/en.ts': 'the English of text/nl.ts',
  'text/english/around.ts': 'a table: the English of the cards that serve every step',
  'text/english/protocol.ts': 'a table: the English of the words of the protocol',
  'text/templateTexts.ts': 'the list of the texts of all templates',
  'text/english/templates/shared.ts': 'a table: the English of the cards that serve every step',
  'text/nl.ts': 'the tables of refusals, advice, notices and terms fill most of it',
  'protocol/step4Weigh.ts': 'the table of the five weighing questions and the lists that go with it',
};

/** A file's room is its folder, or its own name where it stands at the top. */
const roomOf = (file: string): string => file.replace(/\.[jt]s$/, '').split('/')[0] ?? '';

type Target = { room: string } | { package: string };

const targetsOf = (file: string, text: string): Target[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.')
        ? { room: roomOf(posix.normalize(posix.join(dirname(file), fileName))) }
        : { package: fileName },
    );

const isAllowed = (room: string, target: Target): boolean => {
  const may = rooms[room];
  if (!may) return false;
  if ('room' in target) return target.room === room || may.rooms.includes(target.room);
  return may.packages.some(
    (name) =>
      name === '*' || (name === 'node:' ? target.package.startsWith(name) : target.package.split('/lib/')[0] === name),
  );
};

const wrongImports = (file: string, text: string): string[] =>
  targetsOf(file, text)
    .filter((target) => !isAllowed(roomOf(file), target))
    .map((target) => ('room' in target ? target.room : target.package));

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
};

const found = (text: string, wrong: (node: ts.Node) => boolean): string[] => {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2022, true);
  const lines: string[] = [];
  walk(source, (node) => {
    if (wrong(node)) lines.push(`line ${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
  });
  return lines;
};

const anyIn = (text: string): string[] => found(text, (node) => node.kind === ts.SyntaxKind.AnyKeyword);
/** Serving HTTP is wiring; the doors know only the shape of a request. */
const restifyAtRunTime = (text: string): string[] =>
  found(
    text,
    (node) =>
      ts.isImportDeclaration(node) &&
      node.moduleSpecifier.getText().slice(1, -1) === 'restify' &&
      !node.importClause?.isTypeOnly,
  );
/** Taken by its name, zod brings its words of fifty languages into the one file that the bot is made into. */
const wholeZod = (text: string): string[] =>
  found(
    text,
    (node) =>
      ts.isImportDeclaration(node) &&
      node.moduleSpecifier.getText().slice(1, -1) === 'zod' &&
      !(node.importClause?.namedBindings && ts.isNamespaceImport(node.importClause.namedBindings)),
  );
const defaultIn = (text: string): string[] => found(text, ts.isDefaultClause);

/** What would make the protocol depend on the moment, the machine or chance. */
const worldly = new Set([
  'process',
  'console',
  'globalThis',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'fetch',
]);
const worldIn = (text: string): string[] =>
  found(text, (node) => {
    if (ts.isPropertyAccessExpression(node)) return ['Date.now', 'Math.random'].includes(node.getText());
    if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
    if (ts.isCallExpression(node)) return ['Date', 'require'].includes(node.expression.getText());
    return ts.isIdentifier(node) && worldly.has(node.text) && isFree(node);
  });

/** An identifier that stands for a global, not a property or key that happens to have its name. */
const isFree = (name: ts.Identifier): boolean => {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === name;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === name;
  return !ts.isPropertySignature(parent) && !ts.isBindingElement(parent);
};

/** A way from a room back to itself, or nothing. */
const cycleIn = (graph: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined => {
  const done = new Set<string>();
  const visit = (room: string, path: string[]): string[] | undefined => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    if (done.has(room)) return undefined;
    for (const next of graph.get(room) ?? []) {
      const cycle = visit(next, [...path, room]);
      if (cycle) return cycle;
    }
    done.add(room);
    return undefined;
  };
  return [...graph.keys()].map((room) => visit(room, [])).find((cycle) => cycle !== undefined);
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file: file.split(sep).join('/'), text: readFileSync(join(src, file), 'utf8') }));
const inProtocol = files.filter(({ file }) => roomOf(file) === 'protocol');

describe.each(files)('given $file', ({ file, text }) => {
  test('then it imports only what its room may', () => {
    expect(wrongImports(file, text)).toEqual([]);
  });

  test('then botbuilder stays in dialogs and teams', () => {
    const sdk = targetsOf(file, text).filter(
      (target) => 'package' in target && /^bot(builder|frame)/.test(target.package),
    );
    if (sdk.length > 0) expect(['dialogs', 'teams']).toContain(roomOf(file));
    else expect(sdk).toEqual([]);
  });

  if (roomOf(file) === 'teams') {
    test('then it knows restify by its types only', () => {
      expect(restifyAtRunTime(text)).toEqual([]);
    });
  }

  test('then of zod it brings only what it uses', () => {
    expect(wholeZod(text)).toEqual([]);
  });

  test('then nothing in it is any', () => {
    expect(anyIn(text)).toEqual([]);
  });

  test('then it is short enough to read', () => {
    const lines = text.split('\n').length - 1;
    expect(lines > 220 && !Object.hasOwn(longTables, file) ? `${lines} lines` : 'short enough').toBe('short enough');
  });
});

describe.each(inProtocol)('given $file, which is pure', ({ text }) => {
  test('then its switches name every case', () => {
    expect(defaultIn(text)).toEqual([]);
  });

  test('then it knows no clock, chance, machine or output', () => {
    expect(worldIn(text)).toEqual([]);
  });
});

test('given all rooms, then none imports itself by way of another', () => {
  const graph = new Map<string, Set<string>>();
  for (const { file, text } of files) {
    const room = roomOf(file);
    const targets = targetsOf(file, text).flatMap((target) =>
      'room' in target && target.room !== room ? [target.room] : [],
    );
    graph.set(room, new Set([...(graph.get(room) ?? []), ...targets]));
  }
  expect(cycleIn(graph)).toBeUndefined();
});

test('given the list of long tables, then each is still there and still long', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > 220).map(({ file }) => file);
  expect(Object.keys(longTables).filter((file) => !long.includes(file))).toEqual([]);
});

describe('given these checks themselves', () => {
  test('then a wrong import is found, by type, by name, at run time and from an unknown room', () => {
    expect(wrongImports('protocol/a.ts', "import { z } from 'zod'; import type { B } from '../casefile/b';")).toEqual([
      'zod',
      'casefile',
    ]);
    expect(wrongImports('cards/a.ts', "export * from '../directory/b'; import './c'; import '../text/nl';")).toEqual([
      'directory',
    ]);
    expect(wrongImports('casefile/a.ts', "const b = () => import('../teams/b'); import 'node:fs';")).toEqual(['teams']);
    expect(wrongImports('attic/a.ts', "import '../protocol/b';")).toEqual(['protocol']);
    expect(wrongImports('dialogs/deep/a.ts', "import '../../config'; import '../../cards/x/y';")).toEqual(['config']);
  });

  test('then any, default, clocks and cycles are found, and their look-alikes are not', () => {
    expect(anyIn('const a = 1;\nconst b: Record<string, any> = {}; // any')).toEqual(['line 2']);
    expect(restifyAtRunTime("import type { Server } from 'restify';\nimport restify from 'restify';")).toEqual([
      'line 2',
    ]);
    expect(wholeZod("import { z } from 'zod';\nimport * as z from 'zod';")).toEqual(['line 1']);
    expect(defaultIn('switch (1) { case 1: break; default: }')).toEqual(['line 1']);
    expect(defaultIn('export default 1;')).toEqual([]);
    for (const world of [
      'Date.now()',
      'new Date()',
      'Date()',
      'Math.random()',
      'process.env',
      '{ process: process }',
    ]) {
      expect(worldIn(`const a = ${world};`)).toEqual(['line 1']);
    }
    expect(
      worldIn('const a = { process: 1 }; a.process; ({ console: 1 }); new Date(text); Date.parse(text); Math.max(1)'),
    ).toEqual([]);
    expect(
      cycleIn(
        new Map([
          ['a', new Set(['b'])],
          ['b', new Set(['c'])],
          ['c', new Set(['b'])],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
    expect(
      cycleIn(
        new Map([
          ['a', new Set(['b', 'c'])],
          ['b', new Set(['c'])],
        ]),
      ),
    ).toBeUndefined();
  });
});
