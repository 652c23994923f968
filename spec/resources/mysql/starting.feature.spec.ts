import { expect } from 'chai';
import { type Provider, providersOf } from '../../../src/engine/provider.js';
import { MysqlDatabase, Service } from '../../../src/resources/index.js';
import { converge } from '../converge.js';
import { ScriptedServer } from './scripted-server.js';

const DOWN =
  "ERROR 2002 (HY000): Can't connect to local server through socket '/run/mysqld/mysqld.sock' (2)\n";

/** Milliseconds that the server takes from its start to its first answer. */
const SLOW = 600;

/** A host whose server is down until its service is started, and does not answer at once even then. */
function downServer() {
  const server = new ScriptedServer({});
  server.refusal = DOWN;
  let running = false;
  const service: Provider = {
    read: async (_session, subjects) =>
      new Map(subjects.map(({ title }) => [title, { ensure: running ? 'running' : 'stopped' }])),
    change: async () => {
      running = true;
      setTimeout(() => {
        server.refusal = undefined;
      }, SLOW);
    },
    blank: () => ({ ensure: 'stopped' }),
  };
  const choice = { providers: { scripted: service }, choose: () => 'scripted' };
  const run = (body: Parameters<typeof converge>[1]) =>
    converge(server.host, body, {
      providers: (definition) => (definition.name === 'service' ? choice : providersOf(definition)),
    });
  return { server, run };
}

describe('a database server that does not answer', () => {
  it('is waited for where this run has started its service', async () => {
    const { server, run } = downServer();
    const report = await run((site) => {
      const service = new Service(site, 'mariadb', { ensure: 'running' });
      new MysqlDatabase(site, 'glance', { require: service });
    });
    expect(report.summary).to.include({ changed: 2, failed: 0 });
    expect(server.told).to.have.lengthOf(1);
  });

  it('is not waited for where nothing was started', async () => {
    const { run, server } = downServer();
    const report = await run((site) => new MysqlDatabase(site, 'glance'));
    expect(report.resources[0]?.reason).to.contain('no database server responds');
    // Once prefetched, and once in its step.
    expect(server.host.commands.filter(({ argv }) => argv[0] === 'mariadb').length).to.be.at.most(2);
  });
});
