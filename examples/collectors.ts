import { Exec, File, manifest, Package } from 'glance-apply';

/** Collectors select resources by their properties, including those that are declared later or elsewhere. */
export default manifest((site) => {
  // Packages of the repository are installed after the repository is set up.
  site
    .chain(File.ref('/etc/apt/sources.list.d/site.sources'))
    .notify(Exec.ref('apt-get update'))
    .before(site.collect(Package, { tag: 'from-site' }));

  // No file of the application is readable by other users.
  site.collect(File, { tag: 'application' }).override({ mode: '0640' });

  new Package(site, 'site-application', { tag: 'from-site' });
  new File(site, '/etc/application.conf', { content: 'debug = false\n', tag: 'application' });
  new File(site, '/etc/apt/sources.list.d/site.sources', {
    content: 'Types: deb\nURIs: https://packages.example.com/debian\nSuites: bookworm\nComponents: main\n',
  });
  new Exec(site, 'apt-get update', { path: '/usr/bin', refreshonly: true });
});
