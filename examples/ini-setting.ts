import { IniSetting, manifest, Service } from 'glance-apply';

/** Single settings of a file with sections; comments and other lines are preserved. */
export default manifest((site) => {
  const path = '/etc/systemd/journald.conf';
  const storage = new IniSetting(site, 'keep the journal', {
    path,
    section: 'Journal',
    setting: 'Storage',
    value: 'persistent',
    key_val_separator: '=',
  });
  const size = new IniSetting(site, 'but not all of it', {
    path,
    section: 'Journal',
    setting: 'SystemMaxUse',
    value: '500M',
    key_val_separator: '=',
    require: storage,
  });
  new Service(site, 'systemd-journald', { ensure: 'running', subscribe: [storage, size] });
});
