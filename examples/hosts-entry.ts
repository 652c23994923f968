import { Host, manifest } from 'glance-apply';

/** Host names without a name server: entries of /etc/hosts; other entries are preserved. */
export default manifest((site) => {
  new Host(site, 'controller.example.com', { ip: '192.0.2.11', host_aliases: ['controller', 'images'] });
  new Host(site, 'retired.example.com', { ensure: 'absent' });
});
