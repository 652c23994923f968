import type { HieraConfig, LevelConfig } from './hiera-config.js';

/**
 * Returns the hierarchy of a data folder without a hiera.yaml: the node, its operating system, all nodes. The most
 * specific level wins.
 */
export function defaultConfig(folder: string): HieraConfig {
  const levels: readonly (readonly [name: string, path: string])[] = [
    ['node', 'nodes/%{trusted.certname}'],
    ['operating system and release', 'os/%{facts.os.name}-%{facts.os.release.major}'],
    ['operating system', 'os/%{facts.os.name}'],
    ['family of operating systems', 'os/%{facts.os.family}'],
    ['common', 'common'],
  ];
  return {
    file: undefined,
    root: folder,
    hierarchy: levels.flatMap(([name, path]) => [
      levelConfig(folder, name, 'yaml', `${path}.yaml`),
      levelConfig(folder, `${name}, as JSON`, 'json', `${path}.json`),
    ]),
    defaultHierarchy: [],
  };
}

function levelConfig(folder: string, name: string, backend: 'yaml' | 'json', path: string): LevelConfig {
  return {
    name,
    location: { file: folder, line: 1 },
    backend,
    datadir: '.',
    locations: { kind: 'paths', paths: [path] },
    options: new Map(),
  };
}
