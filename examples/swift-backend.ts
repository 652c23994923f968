import { glance, manifest, secret } from 'glance-apply';

/** Images in Swift: one store, with its credentials in a section of glance-swift.conf. */
export default manifest((site) => {
  new glance.api.Authtoken(site, { password: secret.env('GLANCE_PASSWORD') });
  new glance.Api(site, { enabled_backends: ['objects:swift'], default_backend: 'objects' });
  new glance.backend.multistore.Swift(site, 'objects', {
    swift_store_user: 'services:glance',
    swift_store_key: secret.env('GLANCE_PASSWORD'),
    swift_store_auth_address: 'http://127.0.0.1:5000/v3',
    swift_store_create_container_on_put: true,
  });
});
