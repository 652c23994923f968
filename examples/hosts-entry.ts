import { Host, manifest } from 'glance-apply';

/** Names that need no name server: lines of /etc/hosts, everything else in it as it was. */
export default manifest((site) => {
  new Host(site, 'controller.example.com', { ip: '192.0.2.11', host_aliases: ['controller', 'images'] });
  new Host(site, 'retired.example.com', { ensure: 'absent' });
});
