import { expect } from 'chai';
import * as glance from '../../../src/classes/glance/index.js';
import { apiSetting, centos, nodeOf, refusalOf, said, warningsOf } from './node.js';

describe('Stores', () => {
  it('have their settings in a section of their own, for the API and the cache’s tools', async () => {
    const catalog = await nodeOf((site) => {
      new glance.backend.multistore.File(site, 'local', { filesystem_store_datadir: '/srv/images' });
      new glance.backend.multistore.Rbd(site, 'ceph', { rbd_store_pool: 'images' });
    });
    expect(apiSetting(catalog, 'local/filesystem_store_datadir')).to.equal('/srv/images');
    expect(said(catalog, 'glance_cache_config', 'local/filesystem_store_datadir')).to.deep.equal({
      value: '/srv/images',
    });
    expect(apiSetting(catalog, 'ceph/rbd_store_pool')).to.equal('images');
    expect(said(catalog, 'package', 'python-ceph')).to.include({ name: 'python3-ceph' });
  });

  it('in Ceph share one package, whatever their number', async () => {
    const catalog = await nodeOf((site) => {
      new glance.backend.multistore.Rbd(site, 'one');
      new glance.backend.multistore.Rbd(site, 'two');
    });
    expect(
      catalog.resources.filter(({ type }) => type === 'package').map(({ title }) => title),
    ).to.deep.equal(['python-ceph']);
  });

  it('of files have one directory or several, not both', async () => {
    const [refusal] = await refusalOf(
      (site) =>
        new glance.backend.multistore.File(site, 'local', {
          filesystem_store_datadir: '/a',
          filesystem_store_datadirs: ['/b:1', '/c:2'],
        }),
    );
    expect(refusal?.message).to.contain('both say where the images are');
  });

  it('on web servers are limited to one', async () => {
    const [refusal] = await refusalOf((site) => {
      new glance.backend.multistore.Http(site, 'one');
      new glance.backend.multistore.Http(site, 'two');
    });
    expect(refusal?.message).to.contain('Glance supports only one store of this type');
  });

  it('in Swift have the account in a file of its own, and a secret key', async () => {
    const catalog = await nodeOf(
      (site) =>
        new glance.backend.multistore.Swift(site, 'sw', {
          swift_store_user: 'services:glance',
          swift_store_key: 's3cret',
        }),
    );
    expect(apiSetting(catalog, 'sw/swift_store_config_file')).to.equal('/etc/glance/glance-swift.conf');
    expect(catalog.find('glance_swift_config', 'ref1/key')?.secrets.has('value')).to.equal(true);
    expect(JSON.stringify(catalog.find('glance_swift_config', 'ref1/key')?.parameters)).not.to.contain(
      's3cret',
    );
  });

  it('of the older classes are the default ones, and limited to one', async () => {
    const catalog = await nodeOf((site) => new glance.backend.File(site));
    expect(apiSetting(catalog, 'glance_store/filesystem_store_datadir')).to.equal('/var/lib/glance/images/');
    expect(apiSetting(catalog, 'glance_store/default_store')).to.equal('file');
    expect(warningsOf(catalog).join()).to.contain('declare glance::backend::multistore::file');
    const [refusal] = await refusalOf((site) => {
      new glance.backend.File(site);
      new glance.backend.Rbd(site);
    });
    expect(refusal?.message).to.contain(
      'Glance_api_config[glance_store/default_store] is declared a second time',
    );
  });

  it('of Newton are used by Glare too if configured', async () => {
    const catalog = await nodeOf(
      (site) => new glance.backend.Rbd(site, { glare_enabled: true }),
      'newton',
      centos,
    );
    expect(said(catalog, 'glance_glare_config', 'glance_store/default_store')).to.deep.equal({
      value: 'rbd',
    });
    expect(catalog.find('glance_cache_config', 'glance_store/rbd_store_pool')).to.equal(undefined);
  });

  it('in S3 refuse unsupported parts', async () => {
    const [refusal] = await refusalOf(
      (site) =>
        new glance.backend.S3(site, {
          access_key: 'a',
          secret_key: 'b',
          host: 'h',
          bucket: 'c',
          large_object_chunk_size: 3,
        }),
      'newton',
    );
    expect(refusal?.message).to.contain('large_object_chunk_size must be an integer of at least 5');
  });

  it('that the API reserves for itself have their own sections', async () => {
    const catalog = await nodeOf((site) => {
      new glance.backend.reserved.Staging(site, { filesystem_store_datadir: '/srv/staging' });
      new glance.backend.reserved.Tasks(site, { filesystem_store_datadir: '/srv/tasks' });
    });
    expect(apiSetting(catalog, 'os_glance_staging_store/filesystem_store_datadir')).to.equal('/srv/staging');
    expect(apiSetting(catalog, 'os_glance_tasks_store/filesystem_store_datadir')).to.equal('/srv/tasks');
  });
});
