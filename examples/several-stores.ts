import { glance, manifest, secret } from 'glance-apply';

/** Two stores for images: new images go to the fast one, unless the user selects the other. */
export default manifest((site) => {
  new glance.api.Authtoken(site, { password: secret.env('GLANCE_PASSWORD') });
  new glance.Api(site, { enabled_backends: ['fast:file', 'large:file'], default_backend: 'fast' });
  new glance.backend.multistore.File(site, 'fast', { filesystem_store_datadir: '/srv/images' });
  new glance.backend.multistore.File(site, 'large', { filesystem_store_datadir: '/mnt/images' });
});
