import { glance, manifest, secret } from 'glance-apply';

/** Two places for images: new ones go to the fast one, unless whoever uploads an image names the other. */
export default manifest((site) => {
  new glance.api.Authtoken(site, { password: secret.env('GLANCE_PASSWORD') });
  new glance.Api(site, { enabled_backends: ['fast:file', 'large:file'], default_backend: 'fast' });
  new glance.backend.multistore.File(site, 'fast', { filesystem_store_datadir: '/srv/images' });
  new glance.backend.multistore.File(site, 'large', { filesystem_store_datadir: '/mnt/images' });
});
