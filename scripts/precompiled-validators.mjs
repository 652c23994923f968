// Compiles the JSON Schemas of the library's types ahead of time, into a module that is empty in src/.
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { transform } from 'esbuild';

const require = createRequire(import.meta.url);
const standaloneCode = require('ajv/dist/standalone').default;

/** Creates an esbuild plugin that replaces src/catalog/values/precompiled.ts by compiled validators. */
export async function precompiledValidators(root, { library, metaparameters, schemaKey }) {
  // Minified: the module is loaded at every start, and not read by people.
  const { code } = await transform(compileSchemas(schemasOf(library, metaparameters, schemaKey), schemaKey), {
    minify: true,
    format: 'esm',
  });
  return {
    name: 'precompiled-validators',
    setup(bundler) {
      bundler.onLoad({ filter: /\/src\/catalog\/values\/precompiled\.ts$/ }, () => ({
        contents: code,
        loader: 'js',
        resolveDir: root,
      }));
      // Bundles the few small helpers of the validators: resolving them in node_modules at every start is expensive.
      bundler.onResolve({ filter: /^ajv\/dist\/runtime\// }, ({ path }) => ({ path: require.resolve(path) }));
    },
  };
}

function schemasOf(library, metaparameters, schemaKey) {
  const schemas = new Map();
  for (const { attributes } of [{ attributes: metaparameters }, ...definitionsIn(library)]) {
    for (const { value } of Object.values(attributes)) schemas.set(schemaKey(value.schema), value.schema);
  }
  return schemas;
}

/** Yields the definitions of all types and classes that are reachable from the exports of a module. */
function* definitionsIn(exported, seen = new Set()) {
  if (exported === null || (typeof exported !== 'object' && typeof exported !== 'function')) return;
  if (seen.has(exported)) return;
  seen.add(exported);
  if (exported.definition?.attributes) yield exported.definition;
  else if (exported instanceof Map) for (const one of exported.values()) yield* definitionsIn(one, seen);
  else if (typeof exported === 'object')
    for (const one of Object.values(exported)) yield* definitionsIn(one, seen);
}

function compileSchemas(schemas, schemaKey) {
  // The options of src/catalog/values/validate.ts, so that both ways of compiling accept the same values.
  const ajv = new Ajv({
    strict: true,
    allowUnionTypes: true,
    // Only the verdict is needed: the messages are created elsewhere.
    messages: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  const names = {};
  const table = [];
  let number = 0;
  for (const [key, schema] of schemas) {
    const name = `validator${number++}`;
    ajv.addSchema(schema, name);
    names[name] = name;
    table.push(`  ${JSON.stringify(key)}: ${name},`);
  }
  const validators = number === 0 ? '' : standaloneCode(ajv, names);
  return `${validators}
export const precompiled = {
${table.join('\n')}
};
${schemaKey.toString().replace(/^function/, 'export function')}
`;
}
