import { expect } from 'chai';
import { compile, manifest } from '../../src/catalog/index.js';
import type { RunEvent } from '../../src/engine/events.js';
import { run } from '../../src/engine/run.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Notify } from '../../src/resources/index.js';

describe('the identity of a run', () => {
  const host = new SimulatedHost({ name: 'node1' });

  async function applied() {
    const events: RunEvent[] = [];
    const catalog = await compile(manifest((site) => void new Notify(site, 'hello')));
    const report = await run(catalog, host, { listener: (event) => events.push(event) });
    return { events, report };
  }

  it('is in the report, in report.json and in every event', async () => {
    const { events, report } = await applied();
    const { formatVersion, runId } = report;
    expect({ formatVersion, host: report.host }).to.deep.equal({ formatVersion: 1, host: 'node1' });
    expect(runId).to.match(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(events.map(({ type }) => type)).to.include.members(['run-started', 'message', 'run-finished']);
    for (const event of events) expect(event).to.include({ formatVersion, runId, host: 'node1' });
    const [written] = await host.files.read(['/var/lib/glance-apply/report.json']);
    expect(JSON.parse(String(written))).to.include({ formatVersion, runId, host: 'node1' });
  });

  it('differs for each run', async () => {
    const [first, second] = [await applied(), await applied()];
    expect(first.report.runId).not.to.equal(second.report.runId);
  });
});
