import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Scope } from '../../../../src/catalog/index.js';
import type { RunEvent } from '../../../../src/engine/events.js';
import { providersOf } from '../../../../src/engine/provider.js';
import { run } from '../../../../src/engine/run.js';
import { findGlanceFile } from '../../../../src/resources/glance/options/glance-options.js';
import { thisMachine } from '../../../hosts/this-machine.js';
import { ConfigBench } from '../config-bench.js';

const sample = `[DEFAULT]

# Number of workers = processes. (integer value)
#workers = <None>

# The host to bind to.
# Deprecated group/name - [DEFAULT]/host
#bind_host = 0.0.0.0
bind_port = 9292

[keystone_authtoken]
auth_type = password
# Deprecated group;name - DEFAULT;memcache_servers
#memcached_servers = <None>

[paste_deploy]
flavor = keystone
`;

describe('The commented sample of an installed configuration file', () => {
  let bench: ConfigBench;
  beforeEach(() => {
    bench = new ConfigBench(findGlanceFile('glance-api.conf'));
    writeFileSync(bench.path, sample);
  });
  afterEach(() => bench.close());

  async function warnings(...titles: readonly string[]) {
    await bench.plan((site) => {
      for (const title of titles) new bench.Setting(site, title, { value: '1' });
    });
    return bench.warnings;
  }

  it('reports settings that the service does not have, with the nearest name', async () => {
    expect(await warnings('DEFAULT/wrokers')).to.deep.equal([
      [
        'Service_config[DEFAULT/wrokers]',
        `the sample in ${bench.path} does not list the option 'wrokers' in [DEFAULT]`,
        "did you mean 'workers'?",
      ],
    ]);
  });

  it('is not contradicted by what it lists, by older names, or by what the file has already', async () => {
    const fine = ['DEFAULT/workers', 'DEFAULT/host', 'DEFAULT/bind_port', 'DEFAULT/memcache_servers'];
    expect(await warnings(...fine)).to.deep.equal([]);
  });

  it('does not report what samples never list: credentials of a plugin, sections without a sample', async () => {
    expect(
      await warnings('keystone_authtoken/password', 'paste_deploy/config_file', 'fast/rbd_store_pool'),
    ).to.deep.equal([]);
  });

  it('does not report settings that are not written', async () => {
    await bench.plan((site) => {
      new bench.Setting(site, 'DEFAULT/wrokers', { value: '<SERVICE DEFAULT>' });
      new bench.Setting(site, 'DEFAULT/wrks', { ensure: 'absent' });
    });
    expect(bench.warnings).to.deep.equal([]);
  });

  it("makes warnings of a run, each once, at the manifest's line", async () => {
    const directory = mkdtempSync(join(tmpdir(), 'glance-apply-sample-'));
    const host = thisMachine();
    const events: RunEvent[] = [];
    const body = (site: Scope) => void new bench.Setting(site, 'DEFAULT/wrokers', { value: '1' });
    try {
      await run(await bench.compile(body), host, {
        mode: 'apply',
        stateDirectory: directory,
        providers: providersOf,
        listener: (event) => void events.push(event),
      });
    } finally {
      await host.close();
      rmSync(directory, { recursive: true });
    }
    const said = events.flatMap((event) => (event.type === 'warning' ? [event.diagnostic] : []));
    const [mine, ...others] = said.filter(({ code }) => code === 'resource.warning');
    expect(others).to.deep.equal([]);
    expect(mine?.message).to.contain("does not list the option 'wrokers'");
    expect(mine?.location?.file).to.contain('installed-sample.spec.ts');
  });
});
