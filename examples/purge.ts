import { Host, manifest, Resources } from 'glance-apply';

/** Removes all entries of /etc/hosts that are not declared. Review a plan first. */
export default manifest((site) => {
  new Host(site, 'localhost', { ip: '127.0.0.1' });
  new Host(site, 'controller.example.com', { ip: '192.0.2.11', host_aliases: ['controller'] });
  new Resources(site, 'host', { purge: true });
});
