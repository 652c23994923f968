// Compiles the JSON Schemas of the library's types ahead of time, into the module that stands empty in src/.
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { transform } from 'esbuild';

const require = createRequire(import.meta.url);
const standaloneCode = require('ajv/dist/standalone').default;

/** An esbuild plugin that puts compiled validators in the place of src/catalog/values/precompiled.ts. */
export async function precompiledValidators(root, { library, metaparameters, schemaKey }) {
  // Read at every start, and by nobody.
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
      // A helper or two that the validators call: small, and dear to look up in node_modules at every start.
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

/** The definitions of all types and classes that can be reached from a module's exports. */
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
  // The options of src/catalog/values/validate.ts, so that both ways of compiling judge alike.
  const ajv = new Ajv({
    strict: true,
    allowUnionTypes: true,
    // Whether a value fits is all that is asked: what is said about it is said elsewhere.
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
