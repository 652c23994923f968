import { glance, manifest, secret } from 'glance-apply';

/** Validated tokens are cached in memcached for five minutes. */
export default manifest((site) => {
  new glance.api.Authtoken(site, {
    password: secret.env('GLANCE_PASSWORD'),
    memcached_servers: ['127.0.0.1:11211'],
    token_cache_time: 300,
  });
  new glance.Api(site, { enabled_backends: ['local:file'], default_backend: 'local' });
});
