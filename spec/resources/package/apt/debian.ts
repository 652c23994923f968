import type { Command } from '../../../../src/hosts/command.js';
import {
  inputOf,
  type ProgramAnswer,
  SimulatedHost,
} from '../../../../src/hosts/simulated/simulated-host.js';

interface Rest {
  /** @default 'install ok installed' */
  readonly state?: string;
  /** @default 'amd64' */
  readonly architecture?: string;
  readonly more?: string;
}

/** A list that was fetched, under the name that apt gives it. */
export const packagesList =
  '/var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_main_binary-amd64_Packages.lz4';

/** An entry of dpkg's status file. */
export function stanza(name: string, version: string, { state, architecture, more }: Rest = {}): string {
  const lines = [
    `Package: ${name}`,
    `Status: ${state ?? 'install ok installed'}`,
    'Priority: optional',
    `Architecture: ${architecture ?? 'amd64'}`,
    `Version: ${version}`,
    ...(more === undefined ? [] : [more]),
    `Description: what ${name} is for`,
    ' and more of it',
  ];
  return lines.join('\n');
}

/** A whole status file. */
export function status(...stanzas: readonly string[]): string {
  return stanzas.map((one) => `${one}\n`).join('\n');
}

/** dpkg's own entry, of which every Debian host has one. */
export const dpkg: string = stanza('dpkg', '1.21');

/** A Debian host in memory: an apt that knows a few packages and does at once what it is told. */
export class DebianHost extends SimulatedHost {
  /** What it has installed: the entry of each package. */
  readonly installed = new Map<string, string>([['dpkg', dpkg]]);
  /** Packages that the lists know, with their versions, the newest first. */
  offered: Record<string, readonly string[]> = {};
  /** Candidates that pins have chosen. */
  readonly pinned: Record<string, string> = {};
  /** Versions that provide a name, as `NAME VERSION`. */
  readonly provided: Record<string, readonly string[]> = {};
  /** Packages that only `apt-get update` makes known. */
  upstream: Record<string, readonly string[]> = {};
  /** Packages whose scripts fail. */
  readonly broken = new Set<string>();
  /** What apt-get answers first, before it does anything. */
  readonly answers: ProgramAnswer[] = [];

  constructor(files: Readonly<Record<string, string>> = {}) {
    super({ facts: { package_provider: 'apt', os: { family: 'Debian' } }, files });
    this.install('apt-cache', (command) =>
      command.argv.includes('pkgnames')
        ? Object.keys(this.offered).join('\n')
        : command.argv.includes('showpkg')
          ? this.#showpkg(command)
          : this.#policy(command),
    );
    this.install('apt-get', (command) => this.#aptGet(command));
    this.install('dpkg', (command) => this.#select(inputOf(command)));
    this.install('debconf-set-selections', () => '');
    this.files.put('/var/lib/apt/lists/partial/lock', '');
    this.files.put(packagesList, '');
    this.put();
  }

  /** Installs a package by hand. */
  has(name: string, version: string, rest: Rest = {}): this {
    this.installed.set(name, stanza(name, version, rest));
    return this.put();
  }

  /** What was run, without the options that every call of apt-get has, and without questions about its settings. */
  get calls(): string[] {
    const commands = this.commands.filter(({ argv }) => argv[0] !== 'apt-config');
    return commands.map(({ argv }) =>
      argv
        .join(' ')
        .replace(/ -q -y -o DPkg::Lock::Timeout=\d+ -o Dpkg::Use-Pty=0/, '')
        .replace(' -o APT::Cmd::Pattern-Only=true', ''),
    );
  }

  put(): this {
    this.files.put('/var/lib/dpkg/status', status(...this.installed.values()));
    return this;
  }

  #showpkg({ argv }: Command): string {
    return argv
      .slice(argv.indexOf('--') + 1)
      .map((name) => {
        const provisions = (this.provided[name] ?? []).map((one) => `${one} (= )\n`).join('');
        return `Package: ${name}\nVersions: \n\nReverse Depends: \nProvides: \nReverse Provides: \n${provisions}`;
      })
      .join('\n');
  }

  #policy({ argv }: Command): string {
    return argv
      .slice(argv.indexOf('--') + 1)
      .map((name) => {
        const versions = this.offered[name];
        if (versions === undefined) return '';
        const table = versions.map(
          (version) => `     ${version} 500\n        500 http://archive stable/main\n`,
        );
        return `${name}:\n  Installed: (none)\n  Candidate: ${this.pinned[name] ?? versions[0] ?? '(none)'}\n  Version table:\n${table.join('')}`;
      })
      .join('');
  }

  #aptGet({ argv }: Command): ProgramAnswer {
    const answer = this.answers.shift();
    if (answer !== undefined) return answer;
    if (argv.includes('update')) {
      this.offered = { ...this.offered, ...this.upstream };
      return '';
    }
    const targets = argv.slice(argv.indexOf('--') + 1);
    const failed = targets.find((target) => this.broken.has(target));
    if (failed !== undefined) {
      return {
        status: 100,
        stderr: `dpkg: error processing package ${failed} (--configure):\nE: Sub-process /usr/bin/dpkg returned an error code (1)`,
      };
    }
    for (const target of targets) this.#apply(target, argv.includes('purge'));
    this.put();
    return '';
  }

  #apply(target: string, purges: boolean): void {
    const [name = '', version] = target.split('=');
    if (purges) this.installed.delete(name);
    else if (name.endsWith('-')) {
      this.installed.set(
        name.slice(0, -1),
        stanza(name.slice(0, -1), '1', { state: 'deinstall ok config-files' }),
      );
    } else if (name.startsWith('/')) this.installed.set('local', stanza('local', '1'));
    else
      this.installed.set(name, stanza(name, version ?? this.pinned[name] ?? this.offered[name]?.[0] ?? '0'));
  }

  #select(input: string): ProgramAnswer {
    for (const line of input.split('\n')) {
      const [name = '', selection] = line.split(' ');
      const entry = this.installed.get(name);
      if (entry !== undefined)
        this.installed.set(name, entry.replace(/^Status: \S+/m, `Status: ${selection}`));
    }
    this.put();
    return '';
  }
}
