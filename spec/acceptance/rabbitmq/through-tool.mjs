// Applies a manifest to this machine as to one whose ports cannot be reached, and prints what came of it.
import { engine, hosts, loadManifest } from 'glance-apply';

const local = new hosts.LocalHost();
const { network } = local;
const far = {
  name: 'far',
  files: local.files,
  network: {
    request: (request) => network.request(request),
    connect: (address, port, timeout) => network.connect(address, port, timeout),
  },
  facts: () => local.facts(),
  run: (command) => local.run(command),
  lock: (owner) => local.lock(owner),
  close: () => local.close(),
};

const loaded = await loadManifest(process.argv[2]);
const catalog = await loaded.compile({ facts: await far.facts() });
const { resources } = await engine.run(catalog, far, { mode: 'apply' });
for (const { reference, outcome, reason } of resources)
  console.log(`${outcome} ${reference} ${reason ?? ''}`.trim());
