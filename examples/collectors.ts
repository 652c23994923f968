import { Exec, File, manifest, Package } from 'glance-apply';

/** Collectors speak of resources by what they are, whatever is declared later, and by whom. */
export default manifest((site) => {
  // Everything from the repository comes after the repository is known.
  site
    .chain(File.ref('/etc/apt/sources.list.d/site.sources'))
    .notify(Exec.ref('apt-get update'))
    .before(site.collect(Package, { tag: 'from-site' }));

  // No file of the application is ever readable by others.
  site.collect(File, { tag: 'application' }).override({ mode: '0640' });

  new Package(site, 'site-application', { tag: 'from-site' });
  new File(site, '/etc/application.conf', { content: 'debug = false\n', tag: 'application' });
  new File(site, '/etc/apt/sources.list.d/site.sources', {
    content: 'Types: deb\nURIs: https://packages.example.com/debian\nSuites: bookworm\nComponents: main\n',
  });
  new Exec(site, 'apt-get update', { path: '/usr/bin', refreshonly: true });
});
