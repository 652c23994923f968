import { File, HttpConnValidator, manifest } from 'glance-apply';

/** Two metaparameters: what is only looked at, and what may need more than one try. */
export default manifest((site) => {
  // Where it turns up, every run reports it, and leaves it as it is.
  new File(site, '/root/.rhosts', { ensure: 'absent', noop: true });

  const certificates = new File(site, '/etc/ssl/site', { ensure: 'directory', mode: '0755' });

  // The mirror is sometimes slow to answer: three tries, ten seconds apart.
  new HttpConnValidator(site, 'the mirror', {
    host: 'mirror.example.com',
    port: 443,
    use_ssl: true,
    retry: { tries: 3, delay: 10 },
    require: certificates,
  });
});
