import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import type { RunOptions } from '../../../../src/engine/run-options.js';
import type { ProgramAnswer, SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import { Package } from '../../../../src/resources/package/package.js';
import { converge } from '../../converge.js';
import { DebianHost } from './debian.js';

const FOLDER = '/var/lib/glance-apply/py3compile';
const CALLS = `${FOLDER}/calls`;

describe('the Python modules of packages', () => {
  /** A host whose packages call py3compile while they are set up, by way of what is first in dpkg's search path. */
  class Watched extends DebianHost {
    override offered = { 'python3-yaml': ['6.0-3'] };
    /** What is compiled in the end, and what that comes to. */
    compiled: string | undefined;
    answer: ProgramAnswer = '';
    meanwhile: () => void = () => {};
    whileCompiling: () => void = () => {};

    constructor(path = 'DPkg::Path "/usr/sbin:/usr/bin";\n', placeholder: ProgramAnswer = '') {
      super();
      this.install('apt-config', () => path);
      this.install(`${FOLDER}/py3compile`, () => placeholder);
      this.install('/usr/bin/python3', async () => {
        this.compiled = String((await this.files.read([CALLS]))[0]);
        this.whileCompiling();
        return this.answer;
      });
    }

    override async run(command: Parameters<SimulatedHost['run']>[0]) {
      const installs = command.argv[0] === 'apt-get' && command.argv.includes('--');
      if (installs && command.argv.some((word) => word.startsWith(`DPkg::Path=${FOLDER}:`))) {
        await this.files.append(CALLS, '2\0-p\0python3-yaml\0');
      }
      if (installs) this.meanwhile();
      return super.run(command);
    }
  }

  const yaml = (site: Scope) => {
    new Package(site, 'python3-yaml');
  };
  const warningsOf = async (host: Watched, options: RunOptions = {}) => {
    const warnings: string[] = [];
    await converge(host, yaml, {
      ...options,
      listener: (event) => event.type === 'warning' && warnings.push(event.diagnostic.message),
    });
    return warnings;
  };
  const isThere = async (host: Watched, path: string) => (await host.files.status([path]))[0] !== undefined;

  it('are compiled together when all packages are there, and nothing is left of it', async () => {
    const host = new Watched();
    expect(await warningsOf(host)).to.deep.equal([]);
    expect(host.calls).to.include(
      `apt-get install -o DPkg::Path=${FOLDER}:/usr/sbin:/usr/bin -o DPkg::Options::=--force-confold -- python3-yaml`,
    );
    expect(host.compiled).to.equal('2\0-p\0python3-yaml\0');
    expect(await isThere(host, FOLDER)).to.equal(false);
  });

  it('are left to the packages where apt does not say where dpkg finds programs', async () => {
    const host = new Watched('');
    await converge(host, yaml);
    expect(host.calls).to.include('apt-get install -o DPkg::Options::=--force-confold -- python3-yaml');
    expect(host.compiled).to.equal(undefined);
  });

  it('are left to the packages where no program may run in the state directory', async () => {
    const host = new Watched(undefined, { status: null, failure: 'EACCES' });
    await converge(host, yaml);
    expect(host.calls).to.include('apt-get install -o DPkg::Options::=--force-confold -- python3-yaml');
    expect(await isThere(host, FOLDER)).to.equal(false);
  });

  it('are compiled where the installation fails, too', async () => {
    const host = new Watched();
    host.broken.add('python3-yaml');
    await converge(host, yaml);
    expect(host.compiled).to.equal('2\0-p\0python3-yaml\0');
    expect(await isThere(host, FOLDER)).to.equal(false);
  });

  it('are warned of where they cannot be compiled, in the words of the first few', async () => {
    const host = new Watched();
    const problems = ['a', 'b', 'c', 'd'].map((name) => `-p ${name}: SyntaxError\n`);
    host.answer = { status: 1, stderr: problems.join('') };
    expect(await warningsOf(host)).to.deep.equal([
      'Package[python3-yaml]: not all Python modules could be byte-compiled: ' +
        '-p a: SyntaxError; -p b: SyntaxError; -p c: SyntaxError',
    ]);
    expect(await isThere(host, FOLDER)).to.equal(false);
  });

  for (const moment of ['before', 'while'] as const) {
    it(`are compiled where the run is ended ${moment} they are, as no later run would see what is missing`, async () => {
      const abort = new AbortController();
      const host = new Watched();
      if (moment === 'before') host.meanwhile = () => abort.abort();
      else host.whileCompiling = () => abort.abort();
      const said: string[] = [];
      await converge(host, yaml, {
        abort: abort.signal,
        listener: (event) => event.type === 'message' && said.push(event.text),
      });
      expect(said.join()).to.match(/^Python modules are still being compiled/);
      expect(host.compiled).to.equal('2\0-p\0python3-yaml\0');
      expect(await isThere(host, FOLDER)).to.equal(false);
    });
  }

  for (const [what, answer] of [
    ['the run is ended and Python is half there', { status: 1 }],
    ['it is killed', { status: null, signal: 'SIGKILL' }],
  ] as const) {
    it(`stay noted for the next transaction where ${what}`, async () => {
      const abort = new AbortController();
      const host = new Watched();
      host.meanwhile = () => abort.abort();
      host.answer = answer;
      expect(await warningsOf(host, { abort: abort.signal })).to.deep.equal([]);
      host.meanwhile = () => {};
      host.answer = '';
      host.installed.delete('python3-yaml');
      host.put();
      await converge(host, yaml);
      expect(host.compiled).to.equal('2\0-p\0python3-yaml\0'.repeat(2));
    });
  }
});
