import { expect } from 'chai';
import { inspect } from '../../../src/engine/inspect.js';
import type { State } from '../../../src/engine/provider.js';
import { KeystoneUserRole } from '../../../src/index.js';
import { KeystoneUser, Resources } from '../../../src/resources/index.js';
import { converge } from '../converge.js';
import { withoutOpenstackVariables } from '../openstack/web-server.js';
import { besideKeystone, keystoneReply } from './scripted-keystone.js';

const usual = { id: 'default', name: 'Default' };
const second = { id: 'd2', name: 'second' };

const idOf = (name: string, domain = usual) => Buffer.from(`${name} ${domain.id}`).toString('hex');
const user = (name: string, domain = usual) => ({ id: idOf(name, domain), name, domain });
const role = (name: string) => ({ id: `r-${name}`, name });
const inProject = (name: string, domain = usual) => ({ project: user(name, domain) });

const assignments = [
  { role: role('member'), user: user('glance'), scope: inProject('services') },
  { role: role('admin'), user: user('glance'), scope: inProject('services') },
  { role: role('reader'), user: user('glance', second), scope: inProject('services', second) },
  { role: role('reader'), user: user('glance'), scope: { domain: second } },
  { role: role('reader'), user: user('glance'), scope: { system: { all: true } } },
  { role: { ...role('own'), domain: second }, user: user('two', second), scope: inProject('services') },
  { role: role('reader'), user: user('o@b'), scope: inProject('a::b@c') },
  // What no user was given, or nobody is left to have.
  { role: role('reader'), group: user('crew'), scope: inProject('services') },
  { role: role('reader'), user: user('x'), scope: { domain: second, 'OS-INHERIT:inherited_to': 'projects' } },
  {
    role: role('reader'),
    user: { id: 'gone', name: '', domain: { id: '', name: '' } },
    scope: { domain: usual },
  },
  { role: role('reader'), user: user('x'), scope: { project: { id: 'gone', name: '' } } },
];

describe('all roles that Keystone has given', () => {
  withoutOpenstackVariables();

  it('are listed by user and place, for one request, with titles that read as what they are about', () =>
    besideKeystone(
      (asked) => keystoneReply({ role_assignments: assignments }, asked),
      async (host, keystone) => {
        const states = await inspect(KeystoneUserRole.definition as never, host);
        const told = (attributes: State) => ({ ensure: 'present', user_domain: 'Default', ...attributes });
        const services = { project: 'services', project_domain: 'Default' };
        expect(Object.fromEntries(states)).to.deep.equal({
          'glance@services': told({ user: 'glance', ...services, roles: ['admin', 'member'] }),
          'glance::second@services::second': told({
            ...{ user: 'glance', user_domain: 'second', project: 'services', project_domain: 'second' },
            roles: ['reader'],
          }),
          'glance@::second': told({ user: 'glance', domain: 'second', roles: ['reader'] }),
          'glance@::::all': told({ user: 'glance', system: 'all', roles: ['reader'] }),
          // No list of roles has one that is a domain's own: it is known by its id.
          'two::second@services': told({ user: 'two', user_domain: 'second', ...services, roles: ['r-own'] }),
          [`${idOf('o@b')}@${idOf('a::b@c')}`]: told({
            ...{ user: 'o@b', project: 'a::b@c', project_domain: 'Default', roles: ['reader'] },
          }),
        });
        expect(keystone.lines().slice(1)).to.deep.equal(['GET /v3/role_assignments?include_names=true']);
      },
    ));

  it('are listed through all pages', () =>
    besideKeystone(
      (asked) => {
        const [first, ...rest] = assignments;
        if (asked.url.includes('marker=1'))
          return { json: { role_assignments: rest, links: { next: null } } };
        if (!asked.url.includes('role_assignments')) return keystoneReply({}, asked);
        const next = 'http://elsewhere/v3/role_assignments?include_names=true&marker=1';
        return { json: { role_assignments: [first], links: { next } } };
      },
      async (host) => {
        const states = await inspect(KeystoneUserRole.definition as never, host);
        expect(states.get('glance@services')?.roles).to.deep.equal(['admin', 'member']);
      },
    ));

  it('are purged, but for those that are declared under whatever title', () =>
    besideKeystone(
      (asked) =>
        keystoneReply(
          {
            role_assignments: assignments.slice(0, 5),
            users: [{ id: idOf('glance'), name: 'glance', domain_id: 'default' }],
            roles: ['admin', 'member', 'reader'].map(role),
            projects: [{ id: idOf('services'), name: 'services', domain_id: 'default' }],
          },
          asked,
        ),
      async (host) => {
        const report = await converge(
          host,
          (site) => {
            new KeystoneUserRole(site, 'glance::Default@services::Default', { roles: ['admin', 'member'] });
            new Resources(site, 'keystone_user_role', { purge: true });
          },
          { mode: 'plan' },
        );
        const purged = report.resources.find(({ type }) => type === 'resources');
        expect(purged?.changes[0]?.from).to.deep.equal([
          'glance::second@services::second',
          'glance@::::all',
          'glance@::second',
        ]);
      },
    ));

  it('leave a user alone who is declared with the usual domain in the title', () =>
    besideKeystone(
      (asked) =>
        keystoneReply({ users: [{ id: 'u', name: 'glance', domain_id: 'default', enabled: true }] }, asked),
      async (host) => {
        const report = await converge(host, (site) => {
          new KeystoneUser(site, 'glance::Default');
          new Resources(site, 'keystone_user', { purge: true });
        });
        expect(report.resources).to.deep.equal([]);
      },
    ));
});
