import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import * as glance from '../../../src/classes/glance/index.js';
import { apiSetting, nodeOf, refusalOf, said, warningsOf } from './node.js';

/** What people wrote for Glance before Newton. */
function old(site: Scope): void {
  const service = {
    verbose: true,
    keystone_tenant: 'images',
    keystone_user: 'imager',
    keystone_password: '12345',
    database_connection: 'mysql://glance:12345@127.0.0.1/glance',
  };
  new glance.Api(site, service);
  new glance.Registry(site, service);
  new glance.keystone.Auth(site, {
    password: '12345',
    public_address: '192.0.2.1',
    admin_address: '192.0.2.2',
    internal_address: '192.0.2.3',
  });
}

describe('A manifest of another release', () => {
  for (const release of ['newton', 'queens', 'ussuri', 'zed', '2025.1']) {
    it(`has the same effect in ${release}`, async () => {
      const catalog = await nodeOf(old, release);
      expect(apiSetting(catalog, 'keystone_authtoken/password')).to.equal('12345');
      expect(apiSetting(catalog, 'keystone_authtoken/username')).to.equal('imager');
      expect(apiSetting(catalog, 'keystone_authtoken/project_name')).to.equal('images');
      const driver = release === 'zed' || release === '2025.1' ? 'mysql+pymysql' : 'mysql';
      expect(apiSetting(catalog, 'database/connection')).to.equal(
        `${driver}://glance:12345@127.0.0.1/glance`,
      );
      expect(said(catalog, 'keystone_endpoint', 'RegionOne/glance::image')).to.include({
        public_url: 'http://192.0.2.1:9292',
        internal_url: 'http://192.0.2.3:9292',
      });
    });
  }

  it('causes warnings with the present names of its parameters', async () => {
    const warnings = warningsOf(await nodeOf(old)).join('\n');
    expect(warnings).to.contain(
      "in zed the parameter 'keystone_password' is called 'glance::api::authtoken::password'",
    );
    expect(warnings).to.contain("in zed the parameter 'public_address' is called 'public_url'");
    expect(warnings).to.contain("the connection begins with 'mysql://'");
    expect(warnings).to.contain("the parameter 'verbose' has no effect in zed and is ignored");
  });

  it('loses the registry in releases without one, with a warning', async () => {
    const catalog = await nodeOf(old);
    expect(catalog.find('service', 'glance-registry')).to.equal(undefined);
    expect(warningsOf(catalog).join('\n')).to.contain(
      'Class[Glance::Registry] ended with ussuri, and this node is zed',
    );
  });

  it('keeps the log of the API’s own parameters', async () => {
    const body = (site: Scope) => new glance.Api(site, { auth_strategy: 'noauth', debug: true });
    expect(apiSetting(await nodeOf(body, 'newton'), 'DEFAULT/debug')).to.equal('True');
    expect(apiSetting(await nodeOf(body, 'zed'), 'DEFAULT/debug')).to.equal('True');
  });

  it('is refused if a parameter is newer than the release', async () => {
    const [refusal] = await refusalOf(
      (site) => new glance.Api(site, { auth_strategy: 'noauth', use_keystone_limits: true }),
      'newton',
    );
    expect(refusal?.message).to.contain(
      "the parameter 'use_keystone_limits' begins with yoga; this node is newton",
    );
  });

  it('may use the newer name of a parameter in an older release', async () => {
    const catalog = await nodeOf(
      (site) => new glance.Api(site, { auth_strategy: 'noauth', paste_deploy_flavor: 'caching' }),
      'newton',
    );
    expect(apiSetting(catalog, 'paste_deploy/flavor')).to.equal('caching');
  });

  it('keeps the stores of Newton, under their present names', async () => {
    const catalog = await nodeOf(
      (site) =>
        new glance.Api(site, { auth_strategy: 'noauth', known_stores: ['glance.store.filesystem.Store'] }),
    );
    expect(apiSetting(catalog, 'glance_store/stores')).to.equal('file');
  });

  it('keeps an S3 bucket as its store', async () => {
    const catalog = await nodeOf(
      (site) => new glance.backend.S3(site, { access_key: 'a', secret_key: 'b', host: 'h', bucket: 'c' }),
    );
    expect(apiSetting(catalog, 'glance_store/s3_store_bucket')).to.equal('c');
    expect(apiSetting(catalog, 'glance_store/default_store')).to.equal('s3');
  });
});

describe('If the class of a service and its part have the same parameter in Newton', () => {
  it('that of the service overrides that of the part that it includes', async () => {
    const catalog = await nodeOf(
      (site) => new glance.Api(site, { keystone_password: 'a', token_cache_time: 300 }),
      'newton',
    );
    expect(apiSetting(catalog, 'keystone_authtoken/password')).to.equal('a');
    expect(apiSetting(catalog, 'keystone_authtoken/token_cache_time')).to.equal('300');
  });

  it('a part that the manifest declares itself is unchanged', async () => {
    const catalog = await nodeOf((site) => {
      new glance.api.Authtoken(site, { password: 'b' });
      new glance.Api(site, { keystone_password: 'a' });
    }, 'newton');
    expect(apiSetting(catalog, 'keystone_authtoken/password')).to.equal('b');
  });

  it('the order of declarations has no effect', async () => {
    const catalog = await nodeOf((site) => {
      new glance.Api(site, { keystone_password: 'a' });
      new glance.api.Authtoken(site, { password: 'b' });
    }, 'newton');
    expect(apiSetting(catalog, 'keystone_authtoken/password')).to.equal('b');
  });
});
