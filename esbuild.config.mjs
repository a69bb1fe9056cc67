import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';

/**
 * Makes dist/runBot.js anew: the bot and its packages in one file, for looking up, reading and compiling 1,500 files one by
 * one took three quarters of a start. All else in dist/ stays as tsc made it.
 */
const require = createRequire(import.meta.url);

/** These stay in node_modules: native, or with files of their own, or needed by few and loaded only then. */
const external = [
  ...['@photostructure/sqlite', 'dtrace-provider', 'dejavu-fonts-ttf', 'pdfkit'],
  ...['@azure/cosmos', '@azure/identity', '@azure/keyvault-keys'],
  ...['@azure/monitor-opentelemetry-exporter', '@opentelemetry/*', 'restify/lib/plugins/index.js'],
];

/** What SDK and server load at every start, and the bot needs never, or first when a call to Teams must be signed. */
const deferred = [
  ['@azure/identity'],
  ['restify/lib/plugins/index.js'],
  ...['@azure/msal-node', 'axios'].map((name) => [name, 'botframework-connector']),
  ...['botframework-streaming', 'htmlparser2'].map((name) => [name, 'botbuilder']),
  ['whatwg-url', 'node-fetch'],
].map(([name, by]) => ({
  file: require.resolve(name, by && { paths: [dirname(require.resolve(`${by}/package.json`))] }),
  from: external.includes(name) ? name : undefined,
}));

const inPackages = `${sep}node_modules${sep}`;
const resolved = (path, importer) => {
  try {
    return createRequire(importer).resolve(path);
  } catch {
    return undefined; // an optional package that is not here
  }
};
const isPlain = (value) => value?.constructor === Object;
/** An object with the names that this one has, each looked up in `source` when somebody asks for it. */
const lookedUp = (value, source, depth) => {
  const entries = Object.keys(value).map((name) => {
    const key = JSON.stringify(name);
    return depth > 0 && isPlain(value[name])
      ? `${key}: ${lookedUp(value[name], `${source}[${key}]`, depth - 1)}`
      : `get ${key}() { return ${source}[${key}]; }`;
  });
  return `{ ${entries.join(', ')} }`;
};
const deferring = {
  name: 'deferring',
  setup: (bundle) => {
    bundle.onResolve({ filter: /^[^.]|^\.\/plugins$/ }, ({ path, importer, kind, namespace }) => {
      if (kind !== 'require-call' || namespace === 'deferred' || !importer.includes(inPackages)) return undefined;
      const file = resolved(path, importer);
      return deferred.some((one) => one.file === file) ? { path: file, namespace: 'deferred' } : undefined;
    });
    bundle.onLoad({ filter: /.*/, namespace: 'deferred' }, ({ path }) => {
      const exported = require(path);
      const from = deferred.find(({ file }) => file === path)?.from ?? path;
      const source = `require(${JSON.stringify(from)})`;
      // A package that is a function can be called, and not made with `new`: nobody does that with these.
      const contents = `${typeof exported === 'function' ? `module.exports = (...given) => ${source}(...given);` : ''}
        Object.defineProperties(module.exports, Object.getOwnPropertyDescriptors(${lookedUp(exported, source, 1)}));
        ${exported.__esModule ? "Object.defineProperty(module.exports, '__esModule', { value: true });" : ''}`;
      return { contents, resolveDir: dirname(path), loader: 'js' };
    });
  },
};

/** A map of one point for each file of a package: the map is read when a fault is logged, and has to be small. */
const POINT = Buffer.from(JSON.stringify({ version: 3, sources: [''], mappings: 'AAAA' })).toString('base64');
const ownMap = {
  name: 'own-map',
  setup: (bundle) =>
    void bundle.onLoad({ filter: /\.[cm]?js$/ }, ({ path }) => {
      if (!path.includes(inPackages)) return undefined;
      const comment = `\n//# sourceMappingURL=data:application/json;base64,${POINT}`;
      return { contents: readFileSync(path, 'utf8') + comment, loader: 'js' };
    }),
};

await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['src/runBot.ts'],
  outfile: 'dist/runBot.js',
  allowOverwrite: true,
  ...{ bundle: true, platform: 'node', format: 'cjs', target: 'node20', external },
  ...{ sourcemap: true, sourcesContent: false, legalComments: 'external', logLevel: 'warning' },
  plugins: [deferring, ownMap],
});
