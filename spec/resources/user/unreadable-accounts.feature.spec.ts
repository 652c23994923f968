import { expect } from 'chai';
import type { Scope } from '../../../src/catalog/index.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { File, Group, User } from '../../../src/resources/index.js';
import { converge } from '../converge.js';

describe('a file of accounts that cannot be read', () => {
  const body = (site: Scope) => {
    new File(site, '/plain', { content: '' });
    new File(site, '/numbered', { content: '', owner: '0', group: '0' });
    new File(site, '/owned', { content: '', owner: 'glance' });
    new File(site, '/grouped', { content: '', group: 'staff' });
    new User(site, 'known', {});
    new User(site, 'new', {});
    new Group(site, 'glance', {});
  };

  for (const [path, needing] of [
    ['/etc/passwd', ['File[/owned]', 'User[known]', 'User[new]']],
    ['/etc/group', ['File[/grouped]', 'Group[glance]', 'User[known]', 'User[new]']],
    ['/etc/shadow', ['User[known]', 'User[new]']],
  ] as const) {
    it(`fails what needs ${path}, in words that fit into a line, and nothing else`, async () => {
      const files = {
        '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nglance:x:1:1::/:/bin/sh\nknown:x:2:1::/:/bin/sh\n',
        '/etc/group': 'root:x:0:\nglance:x:1:\nstaff:x:50:\n',
        '/etc/shadow': 'root:*:1::::::\n',
      };
      const host = new SimulatedHost({ files });
      host.files.faults.add(path, 'EISDIR', 'read');
      const { resources } = await converge(host, body, { mode: 'plan', ordering: 'relations' });
      const failed = resources.filter(({ outcome }) => outcome === 'failed');
      expect(failed.map(({ reference }) => reference)).to.have.members(needing);
      const [reason = '', ...others] = [...new Set(failed.map((resource) => resource.reason))];
      expect(others).to.deep.equal([]);
      expect(reason).to.include(`${path} cannot be read (EISDIR); restore it, ${path}- may be a copy`);
      expect(reason.length).to.be.at.most(76 + 'its state cannot be read: '.length);
    });
  }
});
