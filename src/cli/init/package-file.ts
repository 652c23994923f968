/** The values that a new project depends on. */
export interface Project {
  /** The project's name, as npm allows it. */
  readonly name: string;
  /** The version of this library. */
  readonly version: string;
}

/** Builds the package.json of a new project, with the dependencies to apply and test its manifest. */
export function buildPackageFile({ name, version }: Project): object {
  return {
    name,
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts: {
      test: 'mocha',
      check: 'glance-apply check manifests/site.ts --data data',
      plan: 'glance-apply plan manifests/site.ts --data data',
      apply: 'glance-apply apply manifests/site.ts --data data',
    },
    dependencies: { 'glance-apply': `^${version}` },
    devDependencies: {
      '@types/chai': '^5.2.3',
      '@types/mocha': '^10.0.10',
      '@types/node': '^20.19.43',
      chai: '^6.3.0',
      mocha: '^12.0.3',
      tsx: '^4.23.15',
      typescript: '~7.0.2',
    },
  };
}
