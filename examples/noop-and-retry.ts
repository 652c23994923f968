import { File, HttpConnValidator, manifest } from 'glance-apply';

/** Two metaparameters: a resource that is only compared, and one that may need several attempts. */
export default manifest((site) => {
  // If it exists, every run reports it and does not change it.
  new File(site, '/root/.rhosts', { ensure: 'absent', noop: true });

  const certificates = new File(site, '/etc/ssl/site', { ensure: 'directory', mode: '0755' });

  // The mirror sometimes responds slowly: three attempts, ten seconds apart.
  new HttpConnValidator(site, 'the mirror', {
    host: 'mirror.example.com',
    port: 443,
    use_ssl: true,
    retry: { tries: 3, delay: 10 },
    require: certificates,
  });
});
