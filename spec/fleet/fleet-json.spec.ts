import { expect } from 'chai';
import { fleet } from '../../src/fleet/fleet.js';
import { toFleetJson } from '../../src/fleet/fleet-json.js';
import { Service } from '../../src/resources/index.js';
import { secret } from '../../src/secrets/secret.js';
import { compile } from '../../src/testing/index.js';
import { Thing } from '../engine/world.js';

const site = fleet((all) => {
  const database = all.host('db01', (node) => void new Thing(node, 'x', { password: secret('hidden') }));
  all.group('web', (node) => void new Service(node, 'api', { subscribe: database.ref(Thing, 'x') }));
});

describe('a fleet as JSON', () => {
  it('has the catalogs of the hosts in the format of Puppet, and the relations between them', async () => {
    const json = toFleetJson(await compile(site, { hosts: { db01: {}, web01: { groups: ['web'] } } }));
    expect(Object.keys(json.hosts)).to.deep.equal(['db01', 'web01']);
    expect(json.hosts.web01?.name).to.equal('web01');
    expect(json.hosts.web01?.resources.map(({ type }) => type)).to.include('Service');
    const [{ file, line, ...edge } = { file: undefined, line: undefined }] = json.edges;
    expect(edge).to.deep.equal({
      source: { host: 'db01', resource: 'Thing[x]' },
      target: { host: 'web01', resource: 'Service[api]' },
      refresh: true,
      relation: 'subscribe',
    });
    expect([file?.split('/').at(-1), line]).to.deep.equal(['fleet-json.spec.ts', 11]);
  });

  it('contains secrets only on request', async () => {
    const catalog = await compile(site, { hosts: { db01: {}, web01: { groups: ['web'] } } });
    expect(JSON.stringify(toFleetJson(catalog))).to.not.include('hidden');
    expect(JSON.stringify(toFleetJson(catalog, { showSecrets: true }))).to.include('hidden');
  });
});
