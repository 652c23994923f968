import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { Output } from '../lab/command.js';
import type { LabHost } from '../lab/lab-host.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { variables } from './chosen-case.js';
import type { LocatedCase, PeerSuite } from './peer-suites.js';

/** A host on which cases are prepared, applied and looked at, one after the other. */
export class PeerHost {
  private constructor(readonly host: LabHost) {}

  /** Boots a host that has what the suites need, and more packages. */
  static async boot(suites: readonly PeerSuite[], packages: readonly string[] = []): Promise<PeerHost> {
    const host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    const all = [...new Set([...suites.flatMap(({ packages = [] }) => packages), ...packages])];
    if (all.length > 0) {
      await host.must(['apt-get', 'update', '-q']);
      await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...all], {
        environment: { DEBIAN_FRONTEND: 'noninteractive' },
      });
    }
    return new PeerHost(host);
  }

  stop(): Promise<void> {
    return this.host.stop();
  }

  /** Runs a command of glance-apply on the manifest of a case. */
  glanceApply(
    { suite, title, dir, name }: LocatedCase,
    command: string,
    ...options: string[]
  ): Promise<Output> {
    const program = ['node', `${checkoutInHost}/dist/glance-apply.js`, command];
    return this.host.run([...program, `${checkoutInHost}/${suite.manifest}`, ...options], {
      directory: '/',
      environment: { [variables.title]: title, [variables.dir]: dir, [variables.name]: name },
    });
  }

  /** Makes the directory of a case and runs its `prepare`. */
  async prepare(located: LocatedCase): Promise<void> {
    await this.#script(located, 'prepare', 'mkdir -p "$DIR"; cd "$DIR"', located.definition.prepare);
  }

  /** Runs `verify`, and compares the files of a case. */
  async verify(located: LocatedCase): Promise<void> {
    const { dir, definition } = located;
    if (definition.verify !== undefined)
      await this.#script(located, 'verify', 'cd "$DIR"', definition.verify);
    for (const [path, content] of Object.entries(definition.files ?? {})) {
      const location = resolve(dir, path);
      const found = await readFile(join(this.host.root, location), 'utf8').catch(() => 'no such file');
      expect(found, location).to.equal(content.replaceAll('$DIR', dir).replaceAll('$NAME', located.name));
    }
  }

  /** Removes what a case has left. */
  async clean(located: LocatedCase): Promise<void> {
    const { definition, suite } = located;
    const scripts = [definition.cleanup, suite.cleanup, 'cd /; rm -rf "$DIR"'];
    await this.#script(located, 'cleanup', 'cd "$DIR"', ...scripts);
  }

  /**
   * Runs what is given of some scripts, one after the other, in one process: entering the host costs more than most of
   * them. The trace of the shell says which command it was that failed.
   */
  async #script({ dir, name }: LocatedCase, what: string, ...scripts: (string | undefined)[]): Promise<void> {
    const script = scripts.filter((one) => one !== undefined).join('\n');
    const { status, stdout, stderr } = await this.host.run(['sh', '-exu', '-c', script], {
      directory: '/',
      environment: { DIR: dir, NAME: name },
    });
    if (status !== 0) throw new Error(`${what} ended with ${status}:\n${stdout}${stderr}`);
  }
}
