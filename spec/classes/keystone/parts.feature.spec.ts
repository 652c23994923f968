import { expect } from 'chai';
import { keystone } from '../../../src/index.js';
import { centos, comesBefore, nodeOf, refusalOf, said, warningsOf } from '../glance/node.js';

describe('the parts of Keystone', () => {
  it('run in uWSGI with half the processors, and warn on platforms other than Debian', async () => {
    const catalog = await nodeOf((site) => new keystone.wsgi.Uwsgi(site));
    expect(catalog.find('keystone_uwsgi_config', 'uwsgi/processes')?.desired.value).to.deep.equal(['4']);
    expect(catalog.find('keystone_uwsgi_config', 'uwsgi/threads')?.desired.value).to.deep.equal(['32']);
    const elsewhere = await nodeOf((site) => new keystone.wsgi.Uwsgi(site), 'zed', centos);
    expect(warningsOf(elsewhere).join()).to.contain('only Debian runs Keystone in uWSGI');
  });

  it('run in Apache, with one process per processor', async () => {
    const catalog = await nodeOf((site) => new keystone.wsgi.Apache(site, { api_port: 5050 }));
    const vhost = catalog.find('openstacklib::wsgi::apache', 'keystone_wsgi')?.parameters;
    expect(vhost).to.include({ bind_port: 5050, workers: 8, wsgi_script_dir: '/usr/lib/cgi-bin/keystone' });
    expect(said(catalog, 'file', 'keystone_wsgi')).to.include({ source: '/usr/bin/keystone-wsgi-public' });
    expect(warningsOf(catalog).join()).to.contain("'api_port' is deprecated");
  });

  it('are two servers in Apache up to Rocky, one of them for administrators', async () => {
    const given = { admin_port: 35358, wsgi_script_ensure: 'link' } as const;
    const catalog = await nodeOf((site) => new keystone.wsgi.Apache(site, given), 'newton');
    expect(said(catalog, 'file', 'keystone_wsgi_admin')).to.include({
      ensure: 'link',
      path: '/usr/lib/cgi-bin/keystone/keystone-admin',
      target: '/usr/bin/keystone-wsgi-admin',
    });
    expect(said(catalog, 'file', 'keystone_wsgi_main')).to.include({
      path: '/usr/lib/cgi-bin/keystone/keystone-public',
    });
    const [refusal] = await refusalOf(
      (site) => new keystone.wsgi.Apache(site, { public_port: 80, admin_port: 80 }),
      'newton',
    );
    expect(refusal?.hint).to.contain('choose another admin_path');
  });

  it('are one server in Apache since then, with the public settings of a manifest for Newton', async () => {
    const given = {
      public_port: 80,
      public_path: '/identity',
      admin_port: 81,
      ssl_cert_admin: '/c',
    } as const;
    const catalog = await nodeOf((site) => new keystone.wsgi.Apache(site, given));
    const vhost = catalog.find('openstacklib::wsgi::apache', 'keystone_wsgi')?.parameters;
    expect(vhost).to.include({ bind_port: 80, path: '/identity' });
    const warnings = warningsOf(catalog).join('\n');
    expect(warnings).to.contain("in zed the parameter 'public_port' is called 'port'");
    expect(warnings).to.contain("the parameter 'ssl_cert_admin' has no effect in zed and is ignored");
  });

  it('rotate token keys at night, after a random delay if one is configured', async () => {
    const catalog = await nodeOf((site) => new keystone.cron.FernetRotate(site, { maxdelay: 60 }));
    expect(said(catalog, 'cron', 'keystone-manage fernet_rotate')).to.include({
      user: 'keystone',
      minute: '1',
      hour: '0',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell of cron expands it
      command: 'sleep `expr ${RANDOM} \\% 60`; keystone-manage fernet_rotate',
    });
    expect(
      comesBefore(catalog, ['anchor', 'keystone::service::end'], ['cron', 'keystone-manage fernet_rotate']),
    ).to.equal(true);
  });

  it('flush trusts, if configured only those of some days ago', async () => {
    const catalog = await nodeOf((site) => new keystone.cron.TrustFlush(site, { age: 14 }));
    expect(said(catalog, 'cron', 'keystone-manage trust_flush')?.command).to.equal(
      "keystone-manage trust_flush --date `date --date 'today - 14 days' +\\%d-\\%m-\\%Y` " +
        '>>/var/log/keystone/keystone-trustflush.log 2>&1',
    );
  });

  it('do not flush tokens in releases that have no tokens in a database', async () => {
    const catalog = await nodeOf((site) => new keystone.cron.TokenFlush(site));
    expect(said(catalog, 'cron', 'keystone-manage token_flush')).to.equal(undefined);
    expect(warningsOf(catalog).join()).to.contain('tokens are no longer in the database');
  });

  it('create the administrator and the project of services in the releases that have a class for them', async () => {
    const admin = { email: 'root@example.com', password: 'p', target_admin_domain: 'heat' };
    const catalog = await nodeOf((site) => new keystone.roles.Admin(site, admin), 'newton');
    expect(said(catalog, 'keystone_tenant', 'services')).to.include({ enabled: true });
    expect(said(catalog, 'keystone_domain', 'heat')).to.include({ ensure: 'present' });
    expect(said(catalog, 'keystone_user_role', 'admin@openstack')?.roles).to.deep.equal(['admin']);
    expect(said(catalog, 'keystone_user_role', 'admin@::heat')?.roles).to.deep.equal(['admin']);
    const later = await nodeOf((site) => new keystone.roles.Admin(site, admin));
    expect(warningsOf(later).join()).to.contain('use keystone::bootstrap since wallaby');
  });

  it('are registered in the service catalog with a version in the address, unless the version is empty', async () => {
    const endpoint = async (parameters: ConstructorParameters<typeof keystone.Endpoint>[1]) => {
      const catalog = await nodeOf((site) => new keystone.Endpoint(site, parameters), 'newton');
      return said(catalog, 'keystone_endpoint', 'RegionOne/keystone::identity');
    };
    expect(await endpoint({})).to.include({
      public_url: 'http://127.0.0.1:5000/v2.0',
      internal_url: 'http://127.0.0.1:5000/v2.0',
      admin_url: 'http://127.0.0.1:35357/v2.0',
    });
    expect(await endpoint({ version: '', internal_url: 'http://10.0.0.1:5000' })).to.include({
      public_url: 'http://127.0.0.1:5000',
      internal_url: 'http://10.0.0.1:5000',
    });
  });

  it('refuse a job with a negative delay', async () => {
    const [refusal] = await refusalOf((site) => new keystone.cron.FernetRotate(site, { maxdelay: -1 }));
    expect(refusal?.message).to.contain('maxdelay');
  });
});
