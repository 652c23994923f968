import {
  glance,
  manifest,
  mysql,
  RabbitmqUser,
  RabbitmqUserPermissions,
  rabbitmq,
  value,
} from 'glance-apply';

/**
 * One manifest for every host: sizes, addresses and passwords are all read from data.
 *
 *     glance-apply data encrypt data/secrets.yaml
 *     glance-apply plan site.ts --data hiera.yaml
 */
export default manifest((site) => {
  site.include(mysql.Server);
  const broker = site.include(rabbitmq.Server);
  site.include(glance.Api);
  site.include(glance.api.Authtoken);
  site.include(glance.api.Db);
  site.include(glance.db.Mysql);

  new glance.backend.multistore.File(site, 'local', {
    filesystem_store_datadir: site.lookup('site::image_folder', value.absolutePath),
  });

  new RabbitmqUser(site, 'glance', {
    password: site.lookup('site::broker_password', value.secretString),
    require: broker,
  });
  new RabbitmqUserPermissions(site, 'glance@/', {
    configure_permission: '.*',
    write_permission: '.*',
    read_permission: '.*',
  });
});
