import { File, manifest } from 'glance-apply';

/** The smallest manifest: one file with content and mode. */
export default manifest((site) => {
  new File(site, '/etc/motd', { content: 'Managed by glance-apply.\n', mode: '0644' });
});
