import { Exec, manifest } from 'glance-apply';

/** A command runs every time, unless a guard such as the file that it creates prevents it. */
export default manifest((site) => {
  new Exec(site, 'make a key', {
    command: ['/usr/bin/openssl', 'genrsa', '-out', '/etc/ssl/private/site.key', '4096'],
    creates: '/etc/ssl/private/site.key',
    umask: '0077',
  });
  new Exec(site, 'fetch the catalogue', {
    command: [
      '/usr/bin/curl',
      '--fail',
      '-o',
      '/var/lib/catalogue.json',
      'https://example.com/catalogue.json',
    ],
    creates: '/var/lib/catalogue.json',
    timeout: 60,
  });
});
