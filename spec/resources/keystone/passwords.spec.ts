import { expect } from 'chai';
import { type AttributesOf, KeystoneUser, secret } from '../../../src/index.js';
import { converge } from '../converge.js';
import { withoutOpenstackVariables } from '../openstack/web-server.js';
import { besideKeystone, keystoneReply, password } from './scripted-keystone.js';

const glance = { id: 'g', name: 'glance', domain_id: 'default', enabled: true };

/** Converges a user that is there; gives what was said of it, and what Keystone was asked beside the first login. */
async function user(
  given: AttributesOf<typeof KeystoneUser.definition.attributes>,
  there: Readonly<Record<string, unknown>> = glance,
) {
  return besideKeystone(
    (asked) => keystoneReply({ users: [there] }, asked),
    async (host, keystone) => {
      const { resources } = await converge(host, (site) => {
        new KeystoneUser(site, 'glance', given);
      });
      const bodies = keystone.asked
        .filter(({ method }) => method === 'PATCH')
        .map(({ body }) => JSON.parse(body));
      const logins = keystone.asked.filter(
        ({ url, body }) => url === '/v3/auth/tokens' && body.includes('glance'),
      );
      return { changes: resources.flatMap(({ changes }) => changes), bodies, logins };
    },
  );
}

describe("A user's password", () => {
  withoutOpenstackVariables();

  it('is found to be right by logging in with it, for no project at all', async () => {
    const { changes, logins } = await user({ password: secret(password) });
    expect(changes).to.deep.equal([]);
    expect(JSON.parse(logins[0]?.body ?? '{}').auth.scope).to.equal('unscoped');
  });

  it('is changed where it is another one, and never shown', async () => {
    const { changes, bodies } = await user({ password: secret('another one') });
    expect(changes).to.have.length(1);
    expect(JSON.stringify(changes)).not.to.contain('another one');
    expect(bodies).to.deep.equal([{ user: { password: 'another one' } }]);
  });

  it('is neither tried nor changed where it is not to be replaced', async () => {
    const { changes, logins } = await user({ password: secret('another one'), replace_password: false });
    expect([changes, logins]).to.deep.equal([[], []]);
  });

  it('is not tried of a user that is to be locked out', async () => {
    const { bodies, logins } = await user({ password: secret('another one'), enabled: false });
    expect(logins).to.deep.equal([]);
    expect(bodies).to.deep.equal([{ user: { enabled: false } }]);
  });

  it('is found out when a user is let in again, and only then', async () => {
    const { changes, bodies } = await user(
      { password: secret('another one') },
      { ...glance, enabled: false },
    );
    expect(changes.map(({ property }) => property)).to.deep.equal(['enabled']);
    expect(bodies).to.deep.equal([{ user: { enabled: true } }, { user: { password: 'another one' } }]);
  });
});
