import { expect } from 'chai';
import { fleet } from '../../../src/fleet/fleet.js';
import type { FleetRunOptions } from '../../../src/fleet/run-fleet.js';
import { compile } from '../../../src/testing/index.js';
import { FleetView, makePaint } from '../../../src/views/index.js';
import { Thing } from '../../engine/world.js';
import { Sites } from '../../fleet/sites.js';

const hosts = { a: {}, b: {}, c: {}, d: {} };

/** All hosts have the same thing; d has one more, which waits for a. */
const site = fleet((all) => {
  const everywhere = all.group('all', (node) => void new Thing(node, 'shared', { value: 'new' }));
  all.host('d', (node) => void new Thing(node, 'own', { require: everywhere.ref(Thing, 'shared') }));
});

/** What a run prints: results and notes, without the time that it took. */
async function render(prepare: (sites: Sites) => void = () => {}, options: FleetRunOptions = {}) {
  const sites = new Sites(await compile(site, { hosts }));
  prepare(sites);
  const printed = { results: [] as string[], notes: [] as string[] };
  const view = new FleetView(
    { result: (line) => printed.results.push(line), note: (line) => printed.notes.push(line) },
    { paint: makePaint(false), width: 100, directory: import.meta.dirname },
  );
  await sites.run({ ...options, listener: view.handle });
  await view.close();
  const withoutTime = (line: string) => line.replace(/ in \d.*$/, '').replace(/ {2}\S*\.ts:\d+$/, '');
  return { results: printed.results.map(withoutTime), notes: printed.notes };
}

describe('the run of a fleet on a terminal', () => {
  it('shows what several hosts have in common once, and then the rest by host', async () => {
    const { results } = await render();
    expect(results).to.deep.equal([
      'on all 4 hosts:',
      '+ created Thing[shared]  value: new',
      'on d:',
      '+ created Thing[own]',
      'on a, b and c: done: 1 created',
      'on d: done: 2 created',
      '4 hosts',
    ]);
  });

  it('shows the plan of equal hosts as the plan of one', async () => {
    const { results } = await render(undefined, { mode: 'plan' });
    expect(results.slice(0, 2)).to.deep.equal(['on all 4 hosts:', '+ create Thing[shared]  value: new']);
    expect(results.at(-1)).to.equal('plan: 4 hosts');
  });

  it('names a failure when it happens, and what it stops on other hosts', async () => {
    const { results, notes } = await render((sites) => sites.world('a').failures.set('shared', 9));
    expect(notes.find((line) => line.startsWith('a: Thing[shared] failed: '))).to.be.a('string');
    expect(results).to.include('on b and c: done: 1 created');
    expect(results.join('\n')).to.match(/on d:\n.*skipped Thing\[own\].*: Thing\[shared\] on a failed/);
    expect(results.find((line) => line.startsWith('on a: failed: 1 failed'))).to.be.a('string');
  });

  it('names unreachable hosts with the reason', async () => {
    const { results, notes } = await render((sites) => sites.down.add('b'));
    expect(notes).to.include('b: unreachable: connection refused');
    expect(results).to.include('on b: unreachable: connection refused');
  });

  it('says which resources of hosts outside the run it counts as applied', async () => {
    const { notes } = await render(undefined, { limit: new Set(['d']) });
    expect(notes.join(' ')).to.match(
      /assumed to be applied, because its host is not part of the run: Thing\[shared\] on a, for Thing\[own\] on d/,
    );
  });
});
