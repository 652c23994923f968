import { File, manifest, secret } from 'glance-apply';

/**
 * A secret is a value of its own kind: plans, diffs and reports say [redacted]. `secret.file('/path')` takes one
 * from a file.
 */
export default manifest((site) => {
  const password = secret.env('DATABASE_PASSWORD');

  // A text with a secret in it is one as a whole.
  new File(site, '/etc/site/database.url', {
    content: secret.text`mysql://site:${password}@192.0.2.20/site\n`,
    mode: '0600',
    require: new File(site, '/etc/site', { ensure: 'directory', mode: '0750' }),
  });
});
