import { expect } from 'chai';
import * as glance from '../../../src/classes/glance/index.js';
import { reveal, secret } from '../../../src/secrets/secret.js';
import { nodeOf } from './node.js';

describe('The check that the Image service answers', () => {
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

  it('has the password in its environment, where the module lets it have one', async () => {
    const exec = await check('rocky');
    expect(exec?.wanted.command)
      .to.match(/^glance .* image-list$/)
      .and.not.to.contain('password');
    expect(reveal(exec?.wanted.environment)).to.deep.equal({ OS_PASSWORD: 'hidden' });
  });

  it('has it among its arguments before, and hides the whole command', async () => {
    const exec = await check('queens');
    expect(exec?.secrets.has('command')).to.equal(true);
    expect(reveal(exec?.wanted.command)).to.match(/--os-password hidden image-list$/);
  });
});
