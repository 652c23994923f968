// Makes `await import('package')` return the named exports of a CommonJS package in the build, as in Node.
import { isBuiltin } from 'node:module';

const namespace = 'named-exports';

/** Creates an esbuild plugin for packages that are imported on demand: bundled CommonJS has only a default export. */
export function namedExports(root, external) {
  return {
    name: namespace,
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
        kind !== 'dynamic-import' || external.includes(path) || isBuiltin(path)
          ? undefined
          : { path, namespace },
      );
      bundler.onLoad({ filter: /./, namespace }, async ({ path }) => {
        const names = Object.keys(await import(path)).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name));
        const named = names
          .filter((name) => name !== 'default')
          .map((name) => `export const ${name} = all.${name};`);
        const contents = [
          `import * as all from ${JSON.stringify(path)};`,
          ...named,
          ...(names.includes('default') ? ['export default all.default;'] : []),
        ].join('\n');
        return { contents, resolveDir: root, loader: 'js' };
      });
    },
  };
}
