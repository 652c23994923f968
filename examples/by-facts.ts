import { File, manifest, Package } from 'glance-apply';

/** One manifest for several platforms: facts are values, and conditions are those of TypeScript. */
export default manifest((site) => {
  const { os, processors } = site.facts;
  const redHat = os?.family === 'RedHat';
  const server = new Package(site, redHat ? 'httpd' : 'apache2');
  new File(site, redHat ? '/etc/httpd/conf.d/site.conf' : '/etc/apache2/conf-enabled/site.conf', {
    content: `MaxRequestWorkers ${50 * (processors?.count ?? 1)}\n`,
    require: server,
  });
});
