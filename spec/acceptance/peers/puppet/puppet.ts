import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface, type Interface } from 'node:readline';
import type { LabHost } from '../../lab/lab-host.js';

/** Debian's Puppet, and the modules that have the types which are no longer part of it. */
export const puppetPackages = [
  'puppet-agent',
  ...['augeas', 'cron', 'host', 'mailalias', 'mount', 'selinux', 'sshkeys'].map(
    (name) => `puppet-module-puppetlabs-${name}-core`,
  ),
  'puppet-module-puppetlabs-inifile',
  'puppet-module-puppetlabs-stdlib',
];

/** What Puppet did with a catalog. */
export interface PuppetRun {
  /** As `--detailed-exitcodes` has it; 1 where the catalog could not be applied at all. */
  readonly status: number | null;
  readonly output: string;
  /** Attributes that Puppet's types do not have and that it was not given. */
  readonly dropped: readonly string[];
}

/** One process of Puppet in a host, which applies catalogs one after the other. */
export class Puppet {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;

  private constructor(
    readonly host: LabHost,
    process: ChildProcessWithoutNullStreams,
    lines: Interface,
  ) {
    this.#process = process;
    this.#answers = lines[Symbol.asyncIterator]();
  }

  static async start(host: LabHost): Promise<Puppet> {
    const driver = await readFile(new URL('driver.rb', import.meta.url), 'utf8');
    await host.must(['tee', '/root/driver.rb'], { input: driver });
    // Without it, no provider of host is suitable, and a bare host has none.
    await host.must(['touch', '/etc/hosts']);
    const [program, ...args] = host.line(['ruby', '/root/driver.rb']) as [string, ...string[]];
    const child = spawn(program, args);
    return new Puppet(host, child, createInterface(child.stdout));
  }

  async apply(catalog: string): Promise<PuppetRun> {
    await this.host.must(['tee', '/root/catalog.json'], { input: catalog });
    this.#process.stdin.write('/root/catalog.json\n');
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('the driver of Puppet has ended');
    return JSON.parse(value);
  }

  stop(): void {
    this.#process.stdin.end();
  }
}
