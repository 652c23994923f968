import { expect } from 'chai';
import { selinux } from '../../../src/hosts/facts/selinux.js';

describe('the facts of SELinux', () => {
  it('are read from a file of any size in one pass', () => {
    const config = `SELINUX=permissive\n${'\n'.repeat(1_000_000)} SELINUXTYPE=targeted\n`;
    expect(JSON.stringify(selinux('1', config)))
      .to.contain('targeted')
      .and.contain('permissive');
  });
});
