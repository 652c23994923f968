import { expect } from 'chai';
import * as glance from '../../../src/classes/glance/index.js';
import { apiSetting, comesBefore, nodeOf, refusalOf, said } from './node.js';

describe('glance.api.Authtoken', () => {
  it('requires a password, and reports if it is missing', async () => {
    const [refusal] = await refusalOf((site) => new glance.Api(site));
    expect(refusal?.message).to.contain("Glance's user has no password");
    expect(refusal?.hint).to.contain('glance::api::authtoken::password');
  });

  it('gives params precedence', async () => {
    const catalog = await nodeOf(
      (site) =>
        new glance.api.Authtoken(site, {
          password: 'x',
          token_cache_time: 60,
          params: { token_cache_time: 300 },
        }),
    );
    expect(apiSetting(catalog, 'keystone_authtoken/token_cache_time')).to.equal('300');
  });
});

describe('glance.api.Db', () => {
  it('refuses what is not a database URL, without displaying it', async () => {
    const [refusal] = await refusalOf(
      (site) => new glance.api.Db(site, { database_connection: 'redis://u:hush@h' }),
    );
    expect(refusal?.message).to.contain('database_connection must be the URL of a database');
    expect(refusal?.message).not.to.contain('hush');
  });
});

describe('glance.db', () => {
  it('creates the database between its anchors', async () => {
    const catalog = await nodeOf((site) => new glance.db.Mysql(site, { password: 'x', allowed_hosts: '%' }));
    const database: [string, string] = ['mysql_database', 'glance'];
    expect(comesBefore(catalog, ['anchor', 'glance::db::begin'], database)).to.equal(true);
    expect(said(catalog, 'mysql_user', 'glance@%')).not.to.equal(undefined);
  });

  it('migrates the schema only if something changed', async () => {
    const catalog = await nodeOf((site) => new glance.db.Sync(site, { extra_params: '--debug' }));
    expect(said(catalog, 'exec', 'glance-manage db_sync')).to.include({
      command: 'glance-manage --debug db_sync',
      refreshonly: true,
      user: 'glance',
      timeout: 300,
    });
  });

  it('refers to the registry’s configuration in Newton', async () => {
    const catalog = await nodeOf((site) => new glance.db.Sync(site), 'newton');
    expect(said(catalog, 'exec', 'glance-manage db_sync')?.command).to.equal(
      'glance-manage --config-file /etc/glance/glance-registry.conf db_sync',
    );
  });
});

describe('Cron jobs of Glance', () => {
  it('clean and prune the cache if configured', async () => {
    const catalog = await nodeOf((site) => {
      new glance.cache.Cleaner(site, { minute: '5', maxdelay: 60 });
      new glance.cache.Pruner(site);
    });
    const cleaner = said(catalog, 'cron', 'glance-cache-cleaner');
    expect(cleaner?.minute).to.equal('5');
    expect(cleaner?.command).to.match(/^sleep `expr \$\{RANDOM\} \\% 60`; glance-cache-cleaner $/);
    expect(said(catalog, 'cron', 'glance-cache-pruner')).to.include({
      minute: '*/30',
      command: 'glance-cache-pruner ',
    });
  });

  it('purge deleted rows, those of images separately', async () => {
    const catalog = await nodeOf((site) => {
      new glance.cron.DbPurge(site, { age: 7 });
      new glance.cron.DbPurgeImagesTable(site);
    });
    expect(said(catalog, 'cron', 'glance-manage db purge')?.command).to.equal(
      'glance-manage db purge --age_in_days 7 --max_rows 100 >>/var/log/glance/glance-rowsflush.log 2>&1',
    );
    expect(said(catalog, 'cron', 'glance-manage db purge_images_table')?.command).to.contain(
      'purge_images_table',
    );
  });
});

describe('glance.keystone.Auth', () => {
  it('accepts only a string as the password', async () => {
    const password = 12345 as unknown as string;
    const [refusal] = await refusalOf((site) => new glance.keystone.Auth(site, { password }));
    expect(refusal?.message).to.contain('quote it if it consists of digits only');
    expect(refusal?.message).not.to.contain('12345');
  });

  it('is complete before Glance counts as started', async () => {
    const catalog = await nodeOf((site) => new glance.keystone.Auth(site, { password: 'x' }));
    const end: [string, string] = ['anchor', 'glance::service::end'];
    expect(comesBefore(catalog, ['keystone_user', 'glance'], end)).to.equal(true);
  });
});

describe('glance.Config', () => {
  it('declares any setting of any file', async () => {
    const catalog = await nodeOf(
      (site) =>
        new glance.Config(site, {
          api_config: { 'DEFAULT/a': { value: 1 }, 'DEFAULT/b': { ensure: 'absent' } },
          rootwrap_config: { 'DEFAULT/c': { value: 'd' } },
        }),
    );
    expect(said(catalog, 'glance_api_config', 'DEFAULT/a')).to.deep.equal({ value: 1 });
    expect(said(catalog, 'glance_api_config', 'DEFAULT/b')).to.deep.equal({ ensure: 'absent' });
    expect(said(catalog, 'glance_rootwrap_config', 'DEFAULT/c')).to.deep.equal({ value: 'd' });
  });
});

describe('glance.Policy', () => {
  it('writes rules to the file that the release reads', async () => {
    const policies = { admin: { key: 'get_images', value: 'role:reader' } };
    const zed = await nodeOf((site) => new glance.Policy(site, { policies }));
    expect(zed.find('openstacklib::policy', '/etc/glance/policy.yaml')).not.to.equal(undefined);
    const newton = await nodeOf((site) => new glance.Policy(site, { policies }), 'newton');
    expect(newton.find('augeas', '/etc/glance/policy.json-get_images-role:reader')).not.to.equal(undefined);
    expect(newton.find('glance_registry_config', 'oslo_policy/policy_file')).not.to.equal(undefined);
  });
});

describe('glance.wsgi.Uwsgi', () => {
  it('configures the server in which Debian runs the API', async () => {
    const catalog = await nodeOf((site) => new glance.wsgi.Uwsgi(site, { threads: 8 }));
    expect(said(catalog, 'glance_api_uwsgi_config', 'uwsgi/threads')).to.deep.equal({ value: 8 });
    expect(said(catalog, 'glance_api_uwsgi_config', 'uwsgi/processes')).to.deep.equal({ value: 4 });
  });
});
