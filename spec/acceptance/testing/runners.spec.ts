import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { inProject, Packed } from './packed.js';

const manifest = `
import { manifest, Package, Service } from 'glance-apply';
export default manifest((site) => {
  const program = new Package(site, 'ssh');
  new Service(site, 'ssh', { ensure: 'running', subscribe: program });
});
`;

/** What a spec does with chai; \`it\` and \`expect\` come from where they are imported. */
const withChai = `
import { Package, Service } from 'glance-apply';
import { compile, converge } from 'glance-apply/testing';
import site from './site.js';
it('knows catalogs and runs', async () => {
  const catalog = await compile(site, { platform: 'centos-9' });
  expect(catalog).to.compile.with.allDependencies();
  expect(catalog).to.contain(Service, 'ssh').with({ ensure: 'running' }).that.subscribesTo(Package, 'ssh');
  const run = await converge(catalog);
  expect(run).to.have.changed(Service, 'ssh').after(Package, 'ssh');
  expect(await run.again()).to.changeNothing();
});
`;

/** The same in plain functions. */
const plain = `
import assert from 'node:assert/strict';
import { Package, Service } from 'glance-apply';
import { assertChangesNothing, assertContains, assertEffect, compile, converge } from 'glance-apply/testing';
import site from './site.js';
it('knows catalogs and runs', async () => {
  const catalog = await compile(site, { platform: 'centos-9' });
  assertContains(catalog, Service, 'ssh').with({ ensure: 'running' }).that.subscribesTo(Package, 'ssh');
  const run = await converge(catalog);
  assertEffect(run, 'changed', Service, 'ssh').after(Package, 'ssh');
  assertChangesNothing(await run.again());
  assert.throws(() => assertContains(catalog, Service, 'sshd'), /closest are\\n {2}Service\\[ssh\\]/);
});
`;

describe('specs of a user', () => {
  let packed: Packed;

  before(async () => {
    packed = await Packed.make();
  });

  after(() => packed.remove());

  it('run in mocha', async () => {
    const files = { 'site.js': manifest, 'site.spec.js': `import { expect } from 'chai';${withChai}` };
    const project = await packed.project('mocha', files, ['mocha', 'chai']);
    const { status, stdout } = await inProject(project, ['npx', 'mocha', 'site.spec.js']);
    expect(stdout).to.include('1 passing');
    expect(status).to.equal(0);
  });

  it('run in vitest, with chai and with its own expect, which is chai', async () => {
    const files = {
      'site.js': manifest,
      'chai.test.js': `import { expect } from 'chai';import { it } from 'vitest';${withChai}`,
      'own.test.js': `import { expect, it } from 'vitest';${withChai}`,
      'plain.test.js': `import { it } from 'vitest';${plain}`,
    };
    const project = await packed.project('vitest', files, ['vitest', 'chai']);
    const { status, stdout } = await inProject(project, ['npx', 'vitest', 'run']);
    expect(stdout).to.match(/Tests\s+3 passed/);
    expect(status).to.equal(0);
  });

  it('run in jest, with chai and in plain functions', async () => {
    const files = {
      'site.js': manifest,
      'chai.test.js': `import { expect } from 'chai';${withChai}`,
      'plain.test.js': plain,
    };
    const project = await packed.project('jest', files, ['jest', 'chai']);
    const modules = { NODE_OPTIONS: '--experimental-vm-modules' };
    const { status, stderr } = await inProject(project, ['npx', 'jest'], modules);
    expect(stderr).to.match(/Tests:\s+2 passed/);
    expect(status).to.equal(0);
  });

  it("run in Node's own runner, where there is no chai", async () => {
    const files = { 'site.js': manifest, 'site.test.js': `import { it } from 'node:test';${plain}` };
    const project = await packed.project('node', files);
    expect(existsSync(join(project, 'node_modules/chai'))).to.equal(false);
    const { status, stdout } = await inProject(project, ['node', '--test', '--test-reporter=tap']);
    expect(stdout).to.include('# pass 1');
    expect(status).to.equal(0);
  });
});
