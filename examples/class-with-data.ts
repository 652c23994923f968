import { classType, File, manifest, parameter, value } from 'glance-apply';

/** A parameter without a value is looked up in data as `site::time::server`; `apply --data DIR` selects the data. */
class Time extends classType(
  'site::time',
  { server: parameter(value.string, 'The time server.', { default: 'ntp.example.com' }) },
  { doc: 'Time synchronization of the site.' },
) {
  override declare(): void {
    const { server } = this.parameters;
    new File(this, '/etc/chrony.conf', { content: `server ${server} iburst\n`, mode: '0644' });
  }
}

export default manifest((site) => {
  site.include(Time);
  // Any key can be looked up, with a type and a default value.
  const days = site.lookup('site::keep_logs', value.integer(), { default: 14 });
  new File(site, '/etc/logrotate.d/site', { content: `/var/log/site.log {\n  daily\n  rotate ${days}\n}\n` });
});
