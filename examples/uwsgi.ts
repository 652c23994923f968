import { glance, manifest, secret } from 'glance-apply';

/** Debian runs the API in uWSGI: this sets its number of processes, four per core. */
export default manifest((site) => {
  new glance.api.Authtoken(site, { password: secret.env('GLANCE_PASSWORD') });
  new glance.Api(site, { enabled_backends: ['local:file'], default_backend: 'local' });
  if (site.facts.os?.name === 'Debian') {
    new glance.wsgi.Uwsgi(site, { processes: 4 * (site.facts.processors?.count ?? 1), threads: 16 });
  }
});
