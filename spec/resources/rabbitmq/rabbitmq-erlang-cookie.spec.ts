import { expect } from 'chai';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { RabbitmqErlangCookie } from '../../../src/resources/rabbitmq/index.js';
import { converge, only } from '../converge.js';

const path = '/var/lib/rabbitmq/.erlang.cookie';
const accounts = {
  '/etc/passwd': 'rabbitmq:x:104:110::/var/lib/rabbitmq:/bin/sh\n',
  '/etc/group': 'rabbitmq:x:110:\n',
};
const data = { '/var/lib/rabbitmq/mnesia/rabbit@vm/x': 'queues' };

describe('rabbitmq_erlang_cookie', () => {
  const cookie = (host: SimulatedHost, force: boolean) =>
    converge(host, (site) => void new RabbitmqErlangCookie(site, path, { content: 'NEWCOOKIE', force }));

  it('is written for the broker alone', async () => {
    const host = new SimulatedHost({ files: accounts });
    await cookie(host, false);
    const [content] = await host.files.read([path]);
    const [status] = await host.files.status([path]);
    expect(String(content)).to.equal('NEWCOOKIE');
    expect(status).to.include({ mode: 0o400, uid: 104, gid: 110 });
  });

  it('is not changed where that would cost the data and nobody has said that it may', async () => {
    const host = new SimulatedHost({ files: { ...accounts, ...data, [path]: 'OLD' } });
    const report = only(await cookie(host, false));
    expect(report?.reason).to.match(/set force to true/);
    expect(report?.reason).not.to.include('NEWCOOKIE');
    expect(host.commands).to.deep.equal([]);
  });

  it('stops the broker and removes its data where it may', async () => {
    const host = new SimulatedHost({
      files: { ...accounts, ...data, [path]: 'OLD' },
      programs: { service: () => '' },
    });
    expect(only(await cookie(host, true))?.outcome).to.equal('changed');
    expect(host.commands.map(({ argv }) => argv)).to.deep.equal([['service', 'rabbitmq-server', 'stop']]);
    expect(await host.files.list('/var/lib/rabbitmq/mnesia')).to.equal(undefined);
  });
});
