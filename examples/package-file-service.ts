import { File, manifest, Package, Service } from 'glance-apply';

/** The pattern that everything is made of: a package, its configuration, and a service that restarts with it. */
export default manifest((site) => {
  const memcached = new Package(site, 'memcached');

  const configuration = new File(site, '/etc/memcached.conf', {
    content: ['-d', '-m 128', '-p 11211', '-u memcache', '-l 127.0.0.1', ''].join('\n'),
    require: memcached,
  });

  new Service(site, 'memcached', { ensure: 'running', enable: true, subscribe: configuration });
});
