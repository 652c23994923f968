import { Anchor, File, manifest, Package, Service } from 'glance-apply';

/** The order of a whole module in one chain: anchors for phases, and collectors for their resources. */
export default manifest((site) => {
  const installed = new Anchor(site, 'web::installed');
  const configured = new Anchor(site, 'web::configured');
  site
    .chain(site.collect(Package, { tag: 'web' }))
    .before(installed)
    .before(site.collect(File, { tag: 'web' }))
    .notify(configured)
    .notify(site.collect(Service, { tag: 'web' }));

  new Service(site, 'nginx', { ensure: 'running', tag: 'web' });
  new File(site, '/etc/nginx/conf.d/tls.conf', { content: 'ssl_protocols TLSv1.3;\n', tag: 'web' });
  new Package(site, 'nginx', { tag: 'web' });
});
