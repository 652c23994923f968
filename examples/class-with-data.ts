import { classType, File, manifest, parameter, value } from 'glance-apply';

/** A parameter that nobody gives is looked up in data as `site::time::server`; `apply --data DIR` names the data. */
class Time extends classType(
  'site::time',
  { server: parameter(value.string, 'Whom to ask.', { default: 'ntp.example.com' }) },
  { doc: 'The time of the site.' },
) {
  override declare(): void {
    const { server } = this.parameters;
    new File(this, '/etc/chrony.conf', { content: `server ${server} iburst\n`, mode: '0644' });
  }
}

export default manifest((site) => {
  site.include(Time);
  // Any key may be asked for, with its type, and a value for where data has none.
  const days = site.lookup('site::keep_logs', value.integer(), { default: 14 });
  new File(site, '/etc/logrotate.d/site', { content: `/var/log/site.log {\n  daily\n  rotate ${days}\n}\n` });
});
