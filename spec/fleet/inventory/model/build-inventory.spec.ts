import { expect } from 'chai';
import { hostOf, readFiles, removeFiles } from '../written-inventory.js';

/** The value of x for the host h1. */
async function readX(files: Readonly<Record<string, string>>, options: Parameters<typeof readFiles>[1] = {}) {
  return hostOf(await readFiles(files, options), 'h1').variables.get('x');
}

const nested = '[a]\nh1\n[b]\nh1\n[c:children]\na\n';

describe('the variables of a host', () => {
  afterEach(removeFiles);

  it('are those of its groups by depth, then priority, then name', async () => {
    const vars = (...groups: readonly string[]) =>
      groups.map((group) => `[${group}:vars]\nx=${group}\n`).join('');
    expect(await readX({ hosts: nested + vars('all') })).to.equal('all');
    expect(await readX({ hosts: nested + vars('all', 'c') })).to.equal('c');
    expect(await readX({ hosts: nested + vars('c', 'b') })).to.equal('c');
    expect(await readX({ hosts: nested + vars('a', 'b', 'c') })).to.equal('a');
    const priority = 'ansible_group_priority=5\n';
    expect(await readX({ hosts: `${nested + vars('c', 'b')}${priority}` })).to.equal('b');
    expect(await readX({ hosts: `${nested + vars('a', 'b')}${priority}` })).to.equal('a');
  });

  it('are its own before those of its groups, and files before the inventory', async () => {
    const files = {
      hosts: '[a]\nh1 x=host\n[a:vars]\nx=a\n',
      'group_vars/a.yml': 'x: file-a\n',
      'group_vars/all.yml': 'x: file-all\n',
    };
    expect(await readX(files)).to.equal('host');
    expect(await readX({ ...files, 'host_vars/h1.yml': 'x: file-host\n' })).to.equal('file-host');
    expect(await readX({ ...files, hosts: '[a]\nh1\n[a:vars]\nx=a\n' })).to.equal('file-a');
    const { 'group_vars/a.yml': _, ...withoutGroup } = files;
    expect(await readX({ ...withoutGroup, hosts: '[a]\nh1\n[a:vars]\nx=a\n' })).to.equal('file-all');
  });

  it('are those beside the manifest before those beside the inventory, of one kind', async () => {
    const files = {
      'inv/hosts': '[a]\nh1\n',
      'inv/group_vars/all.yml': 'x: inventory-all\n',
      'site/group_vars/all.yml': 'x: manifest-all\n',
    };
    const options = { sources: ['inv/hosts'], manifestFolder: 'site' };
    expect(await readX(files, { sources: ['inv/hosts'] })).to.equal('inventory-all');
    expect(await readX(files, options)).to.equal('manifest-all');
    const group = { ...files, 'inv/group_vars/a.yml': 'x: inventory-a\n' };
    expect(await readX(group, options)).to.equal('inventory-a');
    expect(await readX({ ...group, 'site/group_vars/a.yml': 'x: manifest-a\n' }, options)).to.equal(
      'manifest-a',
    );
    const host = { ...group, 'inv/host_vars/h1.yml': 'x: inventory-host\n' };
    expect(await readX(host, options)).to.equal('inventory-host');
    expect(await readX({ ...host, 'site/host_vars/h1.yml': 'x: manifest-host\n' }, options)).to.equal(
      'manifest-host',
    );
  });

  it('are those of later inventories before those of earlier ones', async () => {
    const files = {
      'one/hosts': '[a]\nh1 x=one\n',
      'two/hosts': '[a]\nh1 x=two\n',
      'one/host_vars/h1.yml': 'y: 1\n',
      'two/group_vars/a.yml': 'x: unused\n',
    };
    expect(await readX(files, { sources: ['one/hosts', 'two/hosts'] })).to.equal('two');
    expect(await readX(files, { sources: ['two/hosts', 'one/hosts'] })).to.equal('one');
    const beside = {
      ...files,
      'one/host_vars/h1.yml': 'x: 1\n',
      'two/host_vars/h1.yml': 'x: 2\n',
      'one/more': '[b]\nh1\n',
    };
    expect(await readX(beside, { sources: ['one/hosts', 'two/hosts'] })).to.equal(2);
    expect(await readX(beside, { sources: ['one/hosts', 'two/hosts', 'one/more'] })).to.equal(1);
  });

  it('replace a hash of less precedence as a whole', async () => {
    const files = {
      hosts: 'h1\n',
      'group_vars/all.yml': 'x: {a: 1, b: 2}\n',
      'host_vars/h1.yml': 'x: {b: 3}\n',
    };
    expect(await readX(files)).to.deep.equal({ b: 3 });
  });
});

describe('the hosts of a group', () => {
  afterEach(removeFiles);

  it('are its own, then those of the groups below, each once', async () => {
    const { groups } = await readFiles({
      hosts: '[b]\nh2\nh3\n[a]\nh1\nh2\n[top:children]\na\nb\n[top]\nh4\n',
    });
    expect(groups.get('top')?.hosts).to.deep.equal(['h4', 'h1', 'h2', 'h3']);
    expect(groups.get('all')?.hosts).to.deep.equal(['h4', 'h1', 'h2', 'h3']);
    expect(groups.get('ungrouped')?.hosts).to.deep.equal([]);
  });

  it('are ungrouped if they are in no group but all', async () => {
    const { groups } = await readFiles({ hosts: 'h1\nh2\n[all]\nh3\n[g]\nh2\n' });
    expect(groups.get('ungrouped')?.hosts).to.deep.equal(['h1', 'h3']);
    expect(groups.get('all')?.hosts).to.have.members(['h1', 'h2', 'h3']);
  });
});
