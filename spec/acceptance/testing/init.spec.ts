import { join } from 'node:path';
import { expect } from 'chai';
import { inProject, Packed } from './packed.js';

describe('a project that init made', () => {
  let packed: Packed;

  before(async () => {
    packed = await Packed.make();
  });

  after(() => packed.remove());

  it('passes its specs, has sound types, and can be checked', async () => {
    const user = await packed.project('user', {});
    const made = await inProject(user, ['npx', 'glance-apply', 'init', '../site']);
    expect(made.stdout).to.match(/^created \.\.\/site: package\.json, /);
    expect(made.status).to.equal(0);
    const site = join(packed.folder, 'site');
    await packed.install(site);

    const tests = await inProject(site, ['npm', 'test']);
    expect(tests.stdout).to.match(/10 passing/);
    expect(tests.status).to.equal(0);
    expect(await inProject(site, ['npx', 'tsc'])).to.include({ status: 0, stdout: '' });
    const check = await inProject(site, ['npm', 'run', 'check']);
    expect(check.stdout).to.match(/no faults in \d+ resources, types checked by TypeScript 7/);
    expect(check.status).to.equal(0);
  });
});
