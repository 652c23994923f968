import { expect } from 'chai';
import { must } from '../lab/command.js';
import { inProject, Packed } from './packed.js';

const manifest = `import { File, manifest } from 'glance-apply';

export default manifest((site) => {
  new File(site, '/tmp/glance-apply-published', { content: 'x' });
});
`;

describe('the package as it is published', () => {
  let packed: Packed;
  before(async () => {
    packed = await Packed.make();
  });
  after(() => packed?.remove());

  it('installs without scripts of any package, and runs', async () => {
    const project = await packed.project('plain', { 'site.ts': manifest }, ['--ignore-scripts']);
    const version = await inProject(project, ['npx', 'glance-apply', '--version']);
    expect(version.status, version.stderr).to.equal(0);
    const catalog = await inProject(project, [
      'npx',
      'glance-apply',
      'catalog',
      'site.ts',
      '--format',
      'json',
    ]);
    expect(catalog.status, catalog.stderr).to.equal(0);
    expect(catalog.stdout).to.contain('/tmp/glance-apply-published');
    const plan = await inProject(project, ['npx', 'glance-apply', 'plan', 'site.ts']);
    expect(plan.stdout + plan.stderr).to.contain('File[/tmp/glance-apply-published]');
    expect(plan.status).to.equal(0);
  });

  it('has the licence of the library, and those of all that is bundled', async () => {
    const listed = await must(['tar', '-tzf', packed.tarball]);
    expect(listed.split('\n')).to.include.members(['package/LICENSE', 'package/dist/THIRD-PARTY-NOTICES']);
    const notices = await must(['tar', '-xzOf', packed.tarball, 'package/dist/THIRD-PARTY-NOTICES']);
    for (const name of ['mysql2', 'yaml', 'lodash', 'age-encryption', 'tinyqueue'])
      expect(notices).to.match(new RegExp(`^${name} \\d\\S* \\([\\w.-]+\\)$`, 'm'));
    expect(notices).to.contain('Permission is hereby granted, free of charge');
  });
});
