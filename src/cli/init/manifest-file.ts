/** The manifest of a new project: Glance without other services, with its images in a directory. */
export const manifestFile = `import { Anchor, File, glance, manifest } from 'glance-apply';

/** Glance on one host: its database is SQLite, its images are files, and no login is needed. */
export default manifest((site) => {
  const images = '/var/lib/glance/images';

  new glance.Api(site, {
    auth_strategy: 'noauth',
    paste_deploy_flavor: '',
    enabled_backends: ['local:file'],
    default_backend: 'local',
  });
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
});
`;
