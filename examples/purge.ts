import { Host, manifest, Resources } from 'glance-apply';

/** What is not declared goes: of all entries of /etc/hosts, those below stay. Look at a plan first. */
export default manifest((site) => {
  new Host(site, 'localhost', { ip: '127.0.0.1' });
  new Host(site, 'controller.example.com', { ip: '192.0.2.11', host_aliases: ['controller'] });
  new Resources(site, 'host', { purge: true });
});
