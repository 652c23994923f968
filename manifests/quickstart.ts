import { Anchor, File, glance, HttpConnValidator, manifest, Package } from 'glance-apply';

/** Glance alone on one host: the database is SQLite, images are files, and authentication is disabled. */
export default manifest((site) => {
  const images = '/var/lib/glance/images';

  new glance.Api(site, {
    auth_strategy: 'noauth',
    paste_deploy_flavor: '',
    enabled_backends: ['local:file'],
    default_backend: 'local',
  });
  // Four slashes: with the three of Puppet's default the path is relative to the service's working directory.
  new glance.api.Db(site, { database_connection: 'sqlite:////var/lib/glance/glance.sqlite' });
  new glance.backend.multistore.File(site, 'local', { filesystem_store_datadir: images });

  new File(site, images, {
    ensure: 'directory',
    owner: 'glance',
    group: 'glance',
    mode: '0750',
    require: Anchor.ref('glance::install::end'),
    before: Anchor.ref('glance::service::begin'),
  });

  // Python includes SQLite; Debian 12 does not have a package with this name.
  site.collect(Package, { title: 'python3-pysqlite2' }).override({ ensure: 'absent' });

  new HttpConnValidator(site, 'the image API', {
    host: '127.0.0.1',
    port: 9292,
    expected_code: 300,
    require: Anchor.ref('glance::service::end'),
  });
});
