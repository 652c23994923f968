import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import * as glance from '../../../src/classes/glance/index.js';
import { reveal, secret } from '../../../src/secrets/secret.js';
import { nodeOf } from './node.js';

describe('The check that the Image service responds', () => {
  const check = async (release: 'queens' | 'rocky') => {
    const catalog = await nodeOf(
      (site) =>
        new glance.Api(site, {
          keystone_password: secret('hidden'),
          validate: true,
          auth_strategy: 'noauth',
        }),
      release,
    );
    return catalog.find('exec', 'execute glance-api validation');
  };

  it('has the password in its environment, if the module supports that', async () => {
    const exec = await check('rocky');
    expect(exec?.desired.command)
      .to.match(/^glance .* image-list$/)
      .and.not.to.contain('password');
    expect(reveal(exec?.desired.environment)).to.deep.equal({ OS_PASSWORD: 'hidden' });
  });

  it('passes no value to the shell as code', async () => {
    const hostile = "x'; touch /tmp/canary; $(id)";
    for (const release of ['queens', 'rocky']) {
      const catalog = await nodeOf(
        (site) =>
          new glance.Api(site, {
            keystone_password: secret(hostile),
            keystone_user: hostile,
            keystone_tenant: hostile,
            auth_uri: 'http://x/$(id)',
            validate: true,
            auth_strategy: 'noauth',
          } as ConstructorParameters<typeof glance.Api>[1]),
        release,
      );
      const command = String(reveal(catalog.find('exec', 'execute glance-api validation')?.desired.command));
      const words = spawnSync('/bin/sh', ['-c', command.replace(/^glance/, 'printf "%s\\n"')], {
        encoding: 'utf8',
      }).stdout.split('\n');
      expect(words.filter((word) => word === hostile)).to.have.length(release === 'queens' ? 3 : 2);
      expect(words).to.include('http://x/$(id)').and.to.include('image-list');
    }
  });

  it('has the password among its arguments in older releases, and redacts the whole command', async () => {
    const exec = await check('queens');
    expect(exec?.secrets.has('command')).to.equal(true);
    expect(reveal(exec?.desired.command)).to.match(/--os-password hidden image-list$/);
  });
});
