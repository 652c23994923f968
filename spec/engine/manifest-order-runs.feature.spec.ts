import { expect } from 'chai';
import { nativeType, oneOf, property, type Scope, title } from '../../src/catalog/index.js';
import type { RunEvent } from '../../src/engine/events.js';
import { provide } from '../../src/engine/provider.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Exec, File } from '../../src/resources/index.js';
import { converge } from '../resources/converge.js';
import { outcomes } from './world.js';

/** Something that brings what is declared below it, and cannot come. */
class Supply extends nativeType(
  'supply',
  { name: title('What it is called.'), ensure: property(oneOf('present', 'absent'), 'Whether it exists.') },
  { doc: 'A supply of the specs.', effects: 'supplies' },
) {}
provide(Supply, {
  read: async () => new Map(),
  change: async () => {
    throw new Error('it does not come');
  },
  disturbs: () => true,
});

describe('a run in the order of declarations', () => {
  /** A host on which one command makes what another reads, and a third fails. */
  function host(): SimulatedHost {
    return new SimulatedHost({
      programs: {
        '/bin/make': async (_command, simulated) => {
          await new Promise(setImmediate);
          simulated.files.put('/made', 'yes');
          return '';
        },
        '/bin/use': async (_command, simulated) => {
          const [made] = await simulated.files.status(['/made']);
          return made === undefined ? { status: 1, stderr: 'nothing was made' } : '';
        },
        '/bin/fail': () => ({ status: 1 }),
      },
    });
  }

  const makeAndUse = (site: ConstructorParameters<typeof Exec>[0]) => {
    new Exec(site, 'make', { command: '/bin/make' });
    new Exec(site, 'use', { command: '/bin/use' });
  };

  it('succeeds at the first attempt if a command needs what an earlier one creates', async () => {
    expect(outcomes(await converge(host(), makeAndUse))).to.deep.equal({ make: 'changed', use: 'changed' });
  });

  it('names the relation that may be missing if the order of declarations did not count', async () => {
    const events: RunEvent[] = [];
    const report = await converge(host(), makeAndUse, {
      ordering: 'relations',
      listener: (event) => events.push(event),
    });
    expect(outcomes(report)).to.deep.equal({ make: 'changed', use: 'failed' });
    const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic] : []));
    expect(warnings.map(({ code, message }) => [code, message])).to.deep.equal([
      [
        'run.unordered',
        'Exec[use] failed, and resources declared above it were changed only after its step had begun: Exec[make]',
      ],
    ]);
    expect(warnings[0]?.location?.file).to.match(/manifest-order-runs\.feature\.spec\.ts$/);
    expect(warnings[0]?.hint).to.include('require').and.include('--ordering sequential');
  });

  it('warns once about several failures, for the one that is declared first, and names the others', async () => {
    const events: RunEvent[] = [];
    await converge(
      host(),
      (site) => {
        new Exec(site, 'make', { command: '/bin/make' });
        for (const name of ['a', 'b', 'c', 'd', 'e']) new Exec(site, name, { command: '/bin/fail' });
      },
      { ordering: 'relations', listener: (event) => events.push(event) },
    );
    const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic] : []));
    expect(warnings.map(({ message }) => message)).to.deep.equal([
      'Exec[a] failed, and resources declared above it were changed only after its step had begun: Exec[make]',
    ]);
    expect(warnings[0]?.related?.map(({ message }) => message)).to.deep.equal([
      'Exec[make] is declared',
      'the same applies to Exec[b], Exec[c], Exec[d] and 1 more',
    ]);
  });

  it('does not warn about what had changed before the failed step began, or is declared below', async () => {
    const events: RunEvent[] = [];
    await converge(
      host(),
      (site) => {
        new Exec(site, 'fail', { command: '/bin/fail', require: Exec.ref('make') });
        new Exec(site, 'make', { command: '/bin/make' });
        new Exec(site, 'below', { command: '/bin/make' });
      },
      { ordering: 'relations', listener: (event) => events.push(event) },
    );
    expect(events.filter(({ type }) => type === 'warning')).to.deep.equal([]);
  });

  it('continues with what is declared below a failure, and refreshes nothing because of the order', async () => {
    const report = await converge(host(), (site) => {
      new Exec(site, 'fail', { command: '/bin/fail' });
      new File(site, '/below', { content: 'x' });
      new Exec(site, 'only', { command: '/bin/make', refreshonly: true });
    });
    expect(outcomes(report)).to.deep.equal({ fail: 'failed', '/below': 'changed' });
  });

  it('continues with what is declared below a package that fails, and plans that the package may alter it', async () => {
    const body = (site: Scope) => {
      new Supply(site, 'x', { ensure: 'present' });
      new Supply(site, 'y', { ensure: 'present' });
      new File(site, '/below', { content: 'x' });
    };
    expect(outcomes(await converge(host(), body, { mode: 'plan' }))).to.deep.equal({
      x: 'will',
      y: 'will',
      '/below': 'may',
    });
    expect(outcomes(await converge(host(), body))).to.deep.equal({
      x: 'failed',
      y: 'failed',
      '/below': 'changed',
    });
  });

  it('plans what is declared below a command from the present state, with the ordering "sequential" too', async () => {
    for (const ordering of ['manifest', 'sequential'] as const) {
      const simulated = host();
      simulated.files.put('/there', 'x');
      const report = await converge(
        simulated,
        (site) => {
          new Exec(site, 'make', { command: '/bin/make' });
          new File(site, '/below', { content: 'x' });
          new File(site, '/there', { content: 'x' });
        },
        { mode: 'plan', ordering },
      );
      expect(outcomes(report), ordering).to.deep.equal({ make: 'will', '/below': 'will' });
    }
  });
});
