import { File, manifest, secret } from 'glance-apply';

/**
 * A secret is a special value: plans, diffs and reports show [redacted]. `secret.file('/path')` reads one from a file.
 */
export default manifest((site) => {
  const password = secret.env('DATABASE_PASSWORD');

  // A string that contains a secret is itself a secret.
  new File(site, '/etc/site/database.url', {
    content: secret.text`mysql://site:${password}@192.0.2.20/site\n`,
    mode: '0600',
    require: new File(site, '/etc/site', { ensure: 'directory', mode: '0750' }),
  });
});
