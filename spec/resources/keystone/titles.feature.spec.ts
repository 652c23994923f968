import { expect } from 'chai';
import { compile, manifest } from '../../../src/catalog/index.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { KeystoneEndpoint, KeystoneUser, KeystoneUserRole } from '../../../src/resources/index.js';

const role = (title: string) => KeystoneUserRole.definition.parseTitle?.(title);
const endpoint = (title: string) => KeystoneEndpoint.definition.parseTitle?.(title);

describe('Titles of what lives in Keystone', () => {
  it('say who has a role, and where', () => {
    expect(role('glance@services')).to.deep.equal({ user: 'glance', project: 'services' });
    expect(role('u::d@p::e')).to.deep.equal({
      user: 'u',
      user_domain: 'd',
      project: 'p',
      project_domain: 'e',
    });
    expect(role('u@p::e')).to.deep.equal({ user: 'u', project: 'p', project_domain: 'e' });
    expect(role('u@::d')).to.deep.equal({ user: 'u', domain: 'd' });
    expect(role('u@::::all')).to.deep.equal({ user: 'u', system: 'all' });
    expect(role('nobody')).to.be.a('string');
  });

  it('say the region, name and type of endpoints', () => {
    expect(endpoint('RegionOne/glance::image')).to.deep.equal({
      region: 'RegionOne',
      name: 'glance',
      type: 'image',
    });
    expect(endpoint('RegionOne/glance')).to.deep.equal({ region: 'RegionOne', name: 'glance' });
  });

  it('keep users of one name in two domains apart, and find one that is declared twice', async () => {
    const two = manifest((site) => {
      new KeystoneUser(site, 'admin::one', { password: 'x' });
      new KeystoneUser(site, 'admin::two', { password: 'x' });
    });
    expect((await compile(two)).resources).to.have.length(3);
    const same = manifest((site) => {
      new KeystoneUser(site, 'admin', { password: 'x' });
      new KeystoneUser(site, 'admin::Default', { password: 'x' });
    });
    const error: unknown = await compile(same).catch((reason: unknown) => reason);
    expect(GlanceApplyError.is(error) && error.diagnostics[0]?.code).to.equal('resource.alias');
  });
});
