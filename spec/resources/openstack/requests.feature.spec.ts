import { expect } from 'chai';
import { KeystoneRole, KeystoneService, KeystoneUser, secret } from '../../../src/index.js';
import { converge, only } from '../converge.js';
import { besideKeystone, cloudsFile, keystoneReply, password } from '../keystone/scripted-keystone.js';
import { hostWith, type Reply, withoutOpenstackVariables } from './web-server.js';

const role = (name: string) => (site: ConstructorParameters<typeof KeystoneRole>[0]) => {
  new KeystoneRole(site, name);
};

describe("Keystone's API", () => {
  withoutOpenstackVariables();

  it('is logged in to once, whatever is asked', () =>
    besideKeystone(
      (asked) => keystoneReply({}, asked),
      async (host, keystone) => {
        await converge(host, (site) => {
          for (const name of ['a', 'b', 'c']) new KeystoneRole(site, name);
          new KeystoneService(site, 'glance::image');
        });
        const logins = keystone.lines().filter((line) => line === 'POST /v3/auth/tokens');
        expect(logins).to.have.length(1);
        expect(
          keystone.asked.slice(1).every(({ headers }) => headers['x-auth-token'] === 'a-token'),
        ).to.equal(true);
      },
    ));

  it('gets names in no other form than encoded, and changes with no name in their address', () =>
    besideKeystone(
      (asked) => keystoneReply({}, asked),
      async (host, keystone) => {
        const name = `o'b "q" 100% ü/..?&=#`;
        await converge(host, (site) => {
          new KeystoneUser(site, name, { password: secret(password), replace_password: false });
        });
        expect(keystone.lines()).to.include(
          `GET /v3/users?domain_id=default&name=${encodeURIComponent(name).replaceAll("'", '%27')}`,
        );
        const made = keystone.asked.find(({ method, url }) => method === 'POST' && url === '/v3/users');
        expect(JSON.parse(made?.body ?? '{}')).to.deep.equal({
          user: { name, domain_id: 'default', enabled: true, password },
        });
      },
    ));

  it('is followed through all pages of a list, and nowhere else', () =>
    besideKeystone(
      (asked) => {
        if (asked.url === '/v3/roles')
          return {
            json: {
              roles: [{ id: '1', name: 'one' }],
              links: { next: 'http://elsewhere/v3/roles?marker=1' },
            },
          };
        if (asked.url === '/v3/roles?marker=1')
          return { json: { roles: [{ id: '2', name: 'two' }], links: { next: null } } };
        return keystoneReply({}, asked);
      },
      async (host) => {
        expect((await converge(host, role('two'))).resources).to.deep.equal([]);
      },
    ));

  it('is logged in to anew, once, where the token is not taken any more', () =>
    besideKeystone(
      (asked, times) =>
        asked.url === '/v3/roles' && times === 1
          ? { status: 401, json: { error: { message: 'expired' } } }
          : keystoneReply({ roles: [{ id: '1', name: 'one' }] }, asked),
      async (host, keystone) => {
        expect((await converge(host, role('one'))).resources).to.deep.equal([]);
        expect(keystone.lines().filter((line) => line.startsWith('POST'))).to.have.length(2);
      },
    ));

  it('is asked again where it failed in passing', () =>
    besideKeystone(
      (asked, times) =>
        asked.url === '/v3/roles' && times < 3
          ? { status: 503, text: '<html><body><h1>503 Service Unavailable</h1></body></html>' }
          : keystoneReply({ roles: [{ id: '1', name: 'one' }] }, asked),
      async (host) => {
        expect((await converge(host, role('one'))).resources).to.deep.equal([]);
      },
    ));

  it('is asked again where it refuses what it has no policy for yet', () =>
    besideKeystone(
      (asked, times) =>
        asked.url === '/v3/roles' && times < 3
          ? { status: 403, json: { error: { message: 'You are not authorized.' } } }
          : keystoneReply({ roles: [{ id: '1', name: 'one' }] }, asked),
      async (host) => {
        expect((await converge(host, role('one'))).resources).to.deep.equal([]);
      },
    ));

  it('is told again what something is to be, where it failed in passing', () => {
    const service = { id: 's', name: 'glance', type: 'image', description: '' };
    return besideKeystone(
      (asked, times) =>
        asked.method === 'PATCH' && times === 1
          ? (response) => void response.destroy()
          : keystoneReply({ services: [service] }, asked),
      async (host, keystone) => {
        const report = await converge(host, (site) => {
          new KeystoneService(site, 'glance::image', { description: 'Images' });
        });
        expect(only(report)?.outcome).to.equal('changed');
        expect(keystone.lines().filter((line) => line.startsWith('PATCH'))).to.have.length(2);
      },
    );
  });

  it('is never told twice to make something', () =>
    besideKeystone(
      (asked) =>
        asked.method === 'POST' && asked.url === '/v3/roles'
          ? (response) => void response.destroy()
          : keystoneReply({}, asked),
      async (host, keystone) => {
        const report = only(await converge(host, role('one')));
        expect(report?.outcome).to.equal('failed');
        expect(report?.reason).to.contain('does not answer').and.to.contain('run this again');
        expect(keystone.lines().filter((line) => line === 'POST /v3/roles')).to.have.length(1);
      },
    ));

  const refusals: readonly { what: string; reply: Reply; said: readonly string[] }[] = [
    {
      what: 'forbids',
      reply: {
        status: 403,
        json: { error: { message: 'You are not authorized to perform the requested action.' } },
      },
      said: ['forbids', "'admin' of the cloud 'project'", 'You are not authorized', 'admin'],
    },
    {
      what: 'finds a conflict',
      reply: {
        status: 409,
        json: { error: { message: 'Conflict occurred attempting to store role - Duplicate entry.' } },
      },
      said: ['(409)', 'Duplicate entry', 'there already'],
    },
    {
      what: 'fails',
      reply: {
        status: 500,
        json: {
          error: { message: 'An unexpected error prevented the server from fulfilling your request.' },
        },
      },
      said: ['failed at POST /roles (500)', 'unexpected error', 'its log says why'],
    },
    {
      what: 'answers with a page of something else',
      reply: { text: '<html><head><title>x</title></head><body><h1>It works!</h1></body></html>' },
      said: ["'It works!'", 'text/html', 'check which service listens at this address'],
    },
    {
      what: 'answers with half of an answer',
      reply: { text: '{"role": {"id": "' },
      said: ['not an answer of the API'],
    },
  ];
  for (const { what, reply, said } of refusals) {
    it(`that ${what} is one sentence, with what to do`, () =>
      besideKeystone(
        (asked) => (asked.method === 'POST' && asked.url === '/v3/roles' ? reply : keystoneReply({}, asked)),
        async (host) => {
          const report = only(await converge(host, role('one')));
          expect(report?.outcome).to.equal('failed');
          for (const words of said) expect(report?.reason).to.contain(words);
          expect(report?.reason).not.to.match(/<|\n/);
        },
      ));
  }

  it('that does not let anybody in says whose password it is, and not which', () =>
    besideKeystone(
      (asked) => keystoneReply({}, asked),
      async (_host, { address }) => {
        const wrong = 'a wrong secret';
        const host = hostWith({ '/etc/openstack/puppet/clouds.yaml': cloudsFile(address, wrong) });
        const report = only(await converge(host, role('one')));
        expect(report?.reason).to.contain(
          "'admin' of the cloud 'project' in /etc/openstack/puppet/clouds.yaml",
        );
        expect(report?.reason).to.contain('correct the password').and.not.to.contain(wrong);
      },
    ));

  it('that is not there is said with its address', async () => {
    const host = hostWith({ '/etc/openstack/puppet/clouds.yaml': cloudsFile('http://127.0.0.1:1') });
    const report = only(await converge(host, role('one')));
    expect(report?.reason).to.contain('http://127.0.0.1:1/v3 does not answer').and.to.contain('ECONNREFUSED');
  });

  it('needs credentials, and says where they can be', async () => {
    const report = only(await converge(hostWith({}), role('one')));
    expect(report?.reason)
      .to.contain('nothing says how to log in to Keystone')
      .and.to.contain('/root/openrc');
  });
});
