import { Exec, File, manifest, Service } from 'glance-apply';

/** A service with a custom unit file: systemd reloads it before the service starts or restarts. */
export default manifest((site) => {
  const unit = new File(site, '/etc/systemd/system/exporter.service', {
    content: '[Service]\nExecStart=/usr/local/bin/exporter\n\n[Install]\nWantedBy=multi-user.target\n',
    mode: '0644',
  });
  const reload = new Exec(site, 'systemctl daemon-reload', { path: '/usr/bin:/bin', refreshonly: true });
  const service = new Service(site, 'exporter', { ensure: 'running', enable: true });

  site.chain(unit).notify(reload).before(service);
  site.chain(unit).notify(service);
});
