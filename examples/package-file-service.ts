import { File, manifest, Package, Service } from 'glance-apply';

/** The basic pattern: a package, its configuration, and a service that restarts after a change. */
export default manifest((site) => {
  const memcached = new Package(site, 'memcached');

  const configuration = new File(site, '/etc/memcached.conf', {
    content: ['-d', '-m 128', '-p 11211', '-u memcache', '-l 127.0.0.1', ''].join('\n'),
    require: memcached,
  });

  new Service(site, 'memcached', { ensure: 'running', enable: true, subscribe: configuration });
});
