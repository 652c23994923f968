import { glance, manifest, secret } from 'glance-apply';

/** Tokens that were checked once are believed for five minutes, and remembered in memcached. */
export default manifest((site) => {
  new glance.api.Authtoken(site, {
    password: secret.env('GLANCE_PASSWORD'),
    memcached_servers: ['127.0.0.1:11211'],
    token_cache_time: 300,
  });
  new glance.Api(site, { enabled_backends: ['local:file'], default_backend: 'local' });
});
