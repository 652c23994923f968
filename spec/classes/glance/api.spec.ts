import { expect } from 'chai';
import * as glance from '../../../src/classes/glance/index.js';
import { GlanceApiConfig, Service } from '../../../src/resources/index.js';
import { apiSetting, centos, comesBefore, nodeOf, refusalOf, said, warningsOf } from './node.js';

const withoutKeystone = { auth_strategy: 'noauth', paste_deploy_flavor: '' } as const;

describe('glance.Api', () => {
  it('installs, configures and starts the API, in this order', async () => {
    const catalog = await nodeOf((site) => new glance.Api(site, withoutKeystone));
    expect(said(catalog, 'package', 'glance-api')).to.include({ ensure: 'present' });
    expect(said(catalog, 'service', 'glance-api')).to.include({ ensure: 'running', enable: true });
    const setting: [string, string] = ['glance_api_config', 'DEFAULT/bind_port'];
    expect(comesBefore(catalog, ['package', 'glance-api'], setting)).to.equal(true);
    expect(comesBefore(catalog, setting, ['exec', 'glance-manage db_sync'])).to.equal(true);
    expect(comesBefore(catalog, ['exec', 'glance-manage db_sync'], ['service', 'glance-api'])).to.equal(true);
  });

  it('leaves settings without a value to the service', async () => {
    const catalog = await nodeOf((site) => new glance.Api(site, withoutKeystone));
    expect(said(catalog, 'glance_api_config', 'DEFAULT/bind_host')).to.deep.equal({
      value: '<SERVICE DEFAULT>',
    });
    expect(apiSetting(catalog, 'DEFAULT/workers')).to.equal('4');
  });

  it('writes lists as Glance reads them: some in brackets, some with commas', async () => {
    const catalog = await nodeOf(
      (site) =>
        new glance.Api(site, {
          ...withoutKeystone,
          enabled_import_methods: ['web-download', 'glance-direct'],
          disk_formats: ['raw', 'qcow2'],
        }),
    );
    expect(apiSetting(catalog, 'DEFAULT/enabled_import_methods')).to.equal('[web-download,glance-direct]');
    expect(apiSetting(catalog, 'image_format/disk_formats')).to.equal('raw,qcow2');
  });

  it('omits an empty pipeline, and gives an older name of it precedence', async () => {
    const plain = await nodeOf((site) => new glance.Api(site, withoutKeystone));
    expect(said(plain, 'glance_api_config', 'paste_deploy/flavor')).to.deep.equal({ ensure: 'absent' });
    const older = await nodeOf(
      (site) => new glance.Api(site, { auth_strategy: 'noauth', pipeline: 'caching' }),
    );
    expect(apiSetting(older, 'paste_deploy/flavor')).to.equal('caching');
    expect(warningsOf(older).join()).to.contain('use paste_deploy_flavor');
  });

  it('declares its stores, and removes the previous form of declaration', async () => {
    const catalog = await nodeOf(
      (site) =>
        new glance.Api(site, {
          ...withoutKeystone,
          enabled_backends: ['a:file', 'b:rbd'],
          default_backend: 'b',
        }),
    );
    expect(apiSetting(catalog, 'DEFAULT/enabled_backends')).to.equal('a:file,b:rbd');
    expect(apiSetting(catalog, 'glance_store/default_backend')).to.equal('b');
    expect(said(catalog, 'glance_api_config', 'glance_store/stores')).to.deep.equal({ ensure: 'absent' });
  });

  it('reports all errors of its stores together', async () => {
    const refusal = await refusalOf(
      (site) =>
        new glance.Api(site, {
          ...withoutKeystone,
          enabled_backends: ['a:floppy', 'a:file'],
          default_backend: 'c',
        }),
    );
    expect(refusal.map(({ message }) => message)).to.deep.equal([
      "Class[Glance::Api]: unknown store type 'floppy' in 'a:floppy'",
      "Class[Glance::Api]: duplicate store id 'a'",
      "Class[Glance::Api]: default_backend 'c' is not in enabled_backends",
    ]);
  });

  it('warns about an API without stores, unless a class declares one', async () => {
    const none = await nodeOf((site) => new glance.Api(site, withoutKeystone));
    expect(warningsOf(none).join()).to.contain('no store for images');
    const one = await nodeOf((site) => {
      new glance.Api(site, withoutKeystone);
      new glance.backend.File(site);
    });
    expect(warningsOf(one).join()).not.to.contain('no store for images');
  });

  it('stops the service for Apache, and is refreshed with it', async () => {
    const catalog = await nodeOf((site) => {
      new Service(site, 'httpd', { ensure: 'running' });
      new glance.Api(site, { ...withoutKeystone, service_name: 'httpd' });
    });
    expect(said(catalog, 'service', 'glance-api')).to.include({ ensure: 'stopped', enable: false });
    expect(comesBefore(catalog, ['service', 'glance-api'], ['service', 'httpd'])).to.equal(true);
    expect(catalog.find('service', 'httpd')?.tags.has('glance-service')).to.equal(true);
  });

  it('refuses a service that cannot run it', async () => {
    const [refusal] = await refusalOf(
      (site) => new glance.Api(site, { ...withoutKeystone, service_name: 'nginx' }),
    );
    expect(refusal?.message).to.contain("no service called 'nginx' can run the API");
  });

  it('does not change a service that is not managed, but in Newton still enables or disables it', async () => {
    const zed = await nodeOf((site) => new glance.Api(site, { ...withoutKeystone, manage_service: false }));
    expect(said(zed, 'service', 'glance-api')).to.equal(undefined);
    const newton = await nodeOf(
      (site) => new glance.Api(site, { auth_strategy: 'noauth', manage_service: false }),
      'newton',
      centos,
    );
    expect(said(newton, 'service', 'glance-api')).to.include({ name: 'openstack-glance-api', enable: true });
    expect(said(newton, 'service', 'glance-api')).not.to.have.property('ensure');
  });

  it('refuses a platform without packages of Glance', async () => {
    const suse = { os: { family: 'Suse', name: 'SLES' } };
    const refusal = await refusalOf((site) => void new glance.Api(site, withoutKeystone), 'zed', suse);
    expect(refusal.map(({ message }) => message).join()).to.contain('SLES');
  });

  it('is an error if the manifest declares one of its settings', async () => {
    const refusal = await refusalOf((site) => {
      new GlanceApiConfig(site, 'DEFAULT/bind_host', { value: '192.0.2.1' });
      new glance.Api(site, withoutKeystone);
    });
    expect(refusal[0]?.message).to.contain('Glance_api_config[DEFAULT/bind_host] is declared a second time');
  });
});
