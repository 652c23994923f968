import { type Facts, factAt } from '../facts.js';
import { dig, missing } from './dig.js';
import { parseKey } from './lookup-key.js';

/** Properties of the node other than its facts. */
export interface NodeOptions {
  /** The name on the node's certificate, for `trusted.certname`. @default the fully qualified domain name */
  readonly certname?: string;
  /** @default 'production' */
  readonly environment?: string;
  /** Values of the node as a whole, as from an external node classifier. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Facter's names for facts before they were structured; data still uses them. */
const legacyFacts: Readonly<Record<string, string>> = {
  architecture: 'os.architecture',
  domain: 'networking.domain',
  fqdn: 'networking.fqdn',
  hostname: 'networking.hostname',
  ipaddress: 'networking.ip',
  ipaddress6: 'networking.ip6',
  lsbdistcodename: 'os.distro.codename',
  lsbdistdescription: 'os.distro.description',
  lsbdistid: 'os.distro.id',
  operatingsystem: 'os.name',
  operatingsystemmajrelease: 'os.release.major',
  operatingsystemrelease: 'os.release.full',
  osfamily: 'os.family',
  processorcount: 'processors.count',
};

/** The variables that `%{…}` can contain. */
export class Scope {
  private constructor(private readonly variables: ReadonlyMap<string, unknown>) {}

  /** Creates the variables of a node. */
  static of(facts: Facts, options: NodeOptions = {}): Scope {
    const certname = options.certname ?? facts.networking?.fqdn;
    const environment = options.environment ?? 'production';
    const [hostname, ...domain] = (certname ?? '').split('.');
    const trusted = {
      authenticated: 'local',
      certname,
      hostname,
      domain: domain.join('.'),
      extensions: {},
      external: {},
    };
    const legacy = Object.entries(legacyFacts).map(([name, path]) => [name, factAt(facts, path)] as const);
    const variables = new Map<string, unknown>([
      ...legacy,
      ...Object.entries(facts),
      ...Object.entries(options.parameters ?? {}),
      ['facts', Object.fromEntries([...legacy, ...Object.entries(facts)])],
      ['trusted', trusted],
      ['environment', environment],
      ['server_facts', { environment }],
    ]);
    return new Scope(variables);
  }

  /** Returns a scope with one more variable: `mapped_paths` defines one for each of its paths. */
  with(name: string, value: unknown): Scope {
    return new Scope(new Map([...this.variables, [name, value]]));
  }

  /** Returns a variable by its dotted path, or `missing`; the path may begin with the `::` of Puppet's top scope. */
  get(path: string): unknown {
    const { root, segments } = parseKey(path);
    const value = this.variables.get(root.replace(/^::/, '')) ?? missing;
    return value === missing ? missing : dig(value, { text: path, segments });
  }
}
