import { fileURLToPath } from 'node:url';
import type { LabHost } from '../../spec/acceptance/lab/lab-host.js';
import { bootSystemdHost } from '../../spec/acceptance/lab/systemd-host.js';
import type { Sample } from '../support/measurement.js';
import type { Workspace } from '../support/workspace.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The path of this repository on a host. */
const folder = '/opt/glance-apply';

/** The passwords of everything on the hosts. Only letters, because they occur in URLs and in a shell. */
const passwords = Object.fromEntries(
  [
    'ADMIN_PASS',
    'DEMO_PASS',
    'RABBIT_PASS',
    'KEYSTONE_DBPASS',
    'GLANCE_DBPASS',
    'GLANCE_PASS',
    'MYSQL_ROOT_PASS',
  ].map((name) => [name, 'ofTheBenchmark']),
);

/** A bare Debian 12 of the lab, on which the whole stack is built. */
export class StackHost {
  private constructor(private readonly host: LabHost) {}

  static async boot(workspace: Workspace): Promise<StackHost> {
    const host = await bootSystemdHost({ [folder]: repository });
    workspace.onClose(() => host.stop());
    return new StackHost(host);
  }

  stop(): Promise<void> {
    return this.host.stop();
  }

  /** Measures the time of a program on the host, which must end with one of the given exit statuses. */
  async timed(argv: readonly string[], statuses: readonly number[] = [0]): Promise<Sample> {
    const { status, duration, stdout, stderr } = await this.host.run(argv, {
      directory: folder,
      environment: passwords,
    });
    if (statuses.includes(status ?? -1)) return { milliseconds: duration };
    throw new Error(`${argv.join(' ')} ended with ${status}\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  }

  /** Applies a manifest of this repository. */
  apply(manifest: string, { changes = false } = {}): Promise<Sample> {
    return this.timed(
      ['node', 'dist/glance-apply.js', 'apply', manifest, '--detailed-exitcodes'],
      [changes ? 2 : 0],
    );
  }

  /** Returns the packages that a plan will install. */
  async packagesOf(manifest: string): Promise<string[]> {
    const { stdout } = await this.host.run(
      ['node', 'dist/glance-apply.js', 'catalog', manifest, '--show-secrets'],
      {
        directory: folder,
        environment: passwords,
      },
    );
    const { resources } = JSON.parse(stdout) as { resources: CatalogResource[] };
    return resources
      .filter(({ type, parameters }) => type === 'Package' && parameters?.ensure !== 'absent')
      .map(({ title, parameters }) => String(parameters?.name ?? title));
  }

  /** Installs Puppet and its modules; this is not measured. */
  async installPuppet(): Promise<void> {
    const modules = ['glance', 'puppetlabs-mysql', 'puppetlabs-rabbitmq'];
    await this.host.must(['apt-get', 'update', '-q']);
    await this.host.must(
      ['apt-get', 'install', '-y', '-q', 'puppet-agent', ...modules.map((name) => `puppet-module-${name}`)],
      { environment: { DEBIAN_FRONTEND: 'noninteractive' } },
    );
  }

  /** Applies the same with Puppet, whether or not it changes something. */
  puppet(): Promise<Sample> {
    const facts = Object.entries(passwords).map(([name, value]) => `FACTER_${name.toLowerCase()}=${value}`);
    return this.timed(
      ['env', ...facts, 'puppet', 'apply', '--detailed-exitcodes', `${folder}/bench/stack/all-in-one.pp`],
      [0, 2],
    );
  }
}

interface CatalogResource {
  readonly type: string;
  readonly title: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}
