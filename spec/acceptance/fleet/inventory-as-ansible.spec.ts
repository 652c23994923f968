import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { readInventory, selectHosts } from '../../../src/fleet/inventory/index.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';
import { compareCase, writeCase } from './compare-inventories.js';
import { generateInventories } from './generated-inventories.js';
import type { InventoryCase } from './inventory-case.js';
import { inventoryCases } from './inventory-cases.js';

const oracle = fileURLToPath(new URL('ansible-oracle.py', import.meta.url));

const GENERATED = 1500;

describe("Debian's ansible-core", function () {
  this.timeout(900_000);
  let host: LabHost;
  let root: string;

  before(async () => {
    host = await startPlainHost();
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    await host.must(['apt-get', 'update', '-q'], { environment });
    await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'ansible-core'], {
      environment,
    });
    root = mkdtempSync(join(tmpdir(), 'glance-apply-inventories-'));
    cpSync(oracle, join(host.root, 'opt/ansible-oracle.py'));
  });

  after(async () => {
    await host?.stop();
    if (root !== undefined) rmSync(root, { recursive: true });
  });

  /** Writes cases to the same paths here and in the host, and returns what differs, by the titles of the cases. */
  async function compareAll(cases: readonly InventoryCase[]): Promise<Record<string, readonly string[]>> {
    const folder = mkdtempSync(join(root, 'cases-'));
    const questions = cases.map((one, index) => writeCase(one, join(folder, String(index))));
    mkdirSync(join(host.root, folder), { recursive: true });
    cpSync(folder, join(host.root, folder), { recursive: true });
    const output = await host.must(['python3', '/opt/ansible-oracle.py'], {
      input: `${questions.join('\n')}\n`,
    });
    const answers = output.trim().split('\n');
    expect(answers).to.have.length(cases.length);
    const different: Record<string, readonly string[]> = {};
    for (const [index, one] of cases.entries()) {
      const differences = await compareCase(one, join(folder, String(index)), answers[index] ?? '{}');
      if (differences.length > 0) different[`${index}: ${one.title}`] = differences;
    }
    return different;
  }

  it('reads the same hosts, groups, variables and types from inventories that people write', async () => {
    expect(await compareAll(inventoryCases)).to.deep.equal({});
  });

  it('reads the same from generated inventories, and selects the same hosts', async () => {
    const seed = Number(process.env.GLANCE_APPLY_SEED ?? 1);
    expect(await compareAll(generateInventories(seed, GENERATED)), `seed ${seed}`).to.deep.equal({});
  });

  it('prints the same with its own commands', async () => {
    const one = {
      title: 'commands',
      files: {
        hosts: '[web]\nweb[1:3] a=1e3 b=010\n[prod:children]\nweb\n[prod:vars]\nc=[1, None]\n',
        'group_vars/prod.yml': 'd: 010\n',
      },
    };
    const folder = join(root, 'commands');
    writeCase(one, folder);
    writeCase(one, join(host.root, folder));
    const inventory = await readInventory([join(folder, 'hosts')], { trust: 'any' });
    const listed: { readonly _meta: { readonly hostvars: unknown } } = JSON.parse(
      await host.must(['ansible-inventory', '-i', join(folder, 'hosts'), '--list']),
    );
    expect(
      Object.fromEntries(
        Array.from(inventory.hosts.values(), ({ name, variables }) => [
          name,
          Object.fromEntries(variables.names.map((variable) => [variable, variables.get(variable)])),
        ]),
      ),
    ).to.deep.equal(listed._meta.hostvars);
    const hosts = await host.must(['ansible', 'prod[1:]', '-i', join(folder, 'hosts'), '--list-hosts']);
    expect(selectHosts(inventory, 'prod[1:]').map(({ name }) => name)).to.deep.equal(
      hosts
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.trim()),
    );
  });
});
