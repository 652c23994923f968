import { expect } from 'chai';
import { readInventory } from '../../../src/fleet/inventory/index.js';
import { Secret } from '../../../src/secrets/secret.js';
import { encryptedFile, encryptedText, vaultPassword } from './encrypted.js';
import {
  diagnosticsOf,
  hostOf,
  describe as line,
  readFiles,
  refusalsOf,
  removeFiles,
} from './written-inventory.js';

const ini = (text: string) => readFiles({ 'hosts.ini': text });
const yaml = (text: string) => readFiles({ 'hosts.yml': text });

describe('an inventory', () => {
  afterEach(removeFiles);

  it('has hosts, groups and variables with their types', async () => {
    const inventory = await ini('h0\n[web]\nweb[1:2] a=5\n[prod:children]\nweb\n[prod:vars]\nb=x # c\n');
    expect([...inventory.hosts.keys()]).to.deep.equal(['h0', 'web1', 'web2']);
    expect([...inventory.groups.keys()]).to.deep.equal(['all', 'ungrouped', 'web', 'prod']);
    const { groups, variables } = hostOf(inventory, 'web2');
    expect(groups).to.deep.equal(['prod', 'web']);
    expect(variables.names).to.deep.equal(['a', 'b']);
    expect(variables.get('a')).to.equal(5);
    expect(variables.get('b')).to.equal('x # c');
    expect(variables.get('toString')).to.equal(undefined);
    expect(inventory.groups.get('prod')?.hosts).to.deep.equal(['web1', 'web2']);
    expect(inventory.groups.get('all')?.children).to.deep.equal(['ungrouped', 'prod']);
  });

  it('tells which definition of a variable counts', async () => {
    const inventory = await readFiles({
      hosts: '[a]\nh1 x=1\n[a:vars]\nx=2\n[all:vars]\nx=3\n',
      'group_vars/a.yml': 'x: 4\n',
      'host_vars/h1.yml': 'y: 5\nx: 6\n',
    });
    const { variables } = hostOf(inventory, 'h1');
    expect(variables.get('x')).to.equal(6);
    expect(
      variables
        .explain('x')
        .map(({ owner, location }) =>
          line({ code: 'inventory.value', severity: 'error', message: owner, location }),
        ),
    ).to.deep.equal([
      'host_vars/h1.yml:2:1: host h1',
      'hosts:2:4: host h1',
      'group_vars/a.yml:1:1: group a',
      'hosts:4:1: group a',
      'hosts:6:1: group all',
    ]);
    expect(variables.explain('z')).to.deep.equal([]);
  });

  it('keeps hashes apart from the names that JavaScript gives a meaning', async () => {
    const { variables } = hostOf(
      await yaml('all: {hosts: {h1: {__proto__: 1, x: {__proto__: {a: 1}, constructor: 2}}}}'),
      'h1',
    );
    expect(variables.names).to.deep.equal(['__proto__', 'x']);
    expect(variables.get('__proto__')).to.equal(1);
    expect(JSON.stringify(variables.get('x'))).to.equal('{"__proto__":{"a":1},"constructor":2}');
  });

  it('reports every problem of a file in INI at once', async () => {
    const refused = refusalsOf(() =>
      ini(
        [
          '[web:hosts',
          'h1 x',
          'h2 a="b',
          '  h[3:1] a=1',
          '[we b]',
          'skipped x y',
          '[web:childs]',
          'skipped x y',
          '[prod:children]',
          'wep',
          'a:b',
          '[dp:vars]',
          'x',
          '[web]',
          'w1 s="{1}"',
        ].join('\n'),
      ),
    );
    expect(await refused).to.deep.equal([
      "hosts.ini:1:1: the brackets of '[web:hosts' are not balanced",
      'hosts.ini:2:4: a host can only be followed by variables, name=value',
      'hosts.ini:3:6: a quote is not closed',
      "hosts.ini:4:3: the range [3:1] of 'h[3:1]' ends before it begins",
      'hosts.ini:5:1: this is not a valid section',
      'hosts.ini:7:1: the section [web:childs] has an unknown type',
      'hosts.ini:11:1: a [:children] section contains names of groups only',
      'hosts.ini:13:1: a [:vars] section contains variables only, name=value',
      'hosts.ini:15:4: JSON has no sets',
      'hosts.ini:10:1: this line names a group that does not exist: wep',
      'hosts.ini:12:1: [dp:vars] is for a group that does not exist: dp',
    ]);
  });

  it('suggests the group, section or key that was probably meant', async () => {
    const hints = async (work: () => unknown) => (await diagnosticsOf(work)).map(({ hint }) => hint);
    expect(await hints(() => ini('[web]\nh1\n[prod:children]\nwep\n'))).to.deep.equal([
      "did you mean 'web'?",
    ]);
    expect(await hints(() => ini('[web:child]\n'))).to.deep.equal(['the types are hosts, children, vars']);
    expect(await hints(() => yaml('web: {host: {h1: }}\n'))).to.deep.equal(["did you mean 'hosts'?"]);
  });

  it('reports what has the wrong form in YAML', async () => {
    expect(
      await refusalsOf(() =>
        yaml(
          [
            'web:',
            '  hosts:',
            '    - h1',
            '5:',
            'db:',
            '  hosts:',
            '    7:',
            '    h1: x',
            '    h2: {d: 2001-02-30, e: !foo x}',
            '  children: [a]',
            '  vars: 5',
            'x: y',
          ].join('\n'),
        ),
      ),
    ).to.deep.equal([
      'hosts.yml:9:13: 2001-02-30 is not a valid date',
      'hosts.yml:9:33: an inventory must not contain the tag !foo',
      "hosts.yml:2:3: 'hosts' of the group web is a list, and must be a hash",
      'hosts.yml:4:1: the name of a group is not a string: 5',
      'hosts.yml:7:5: the name of a host is not a string: 7',
      'hosts.yml:8:5: the host h1 is a string, and must be a hash',
      "hosts.yml:10:3: 'children' of the group db is a list, and must be a hash",
      "hosts.yml:11:3: 'vars' of the group db is a number, and must be a hash",
      'hosts.yml:12:1: the group x is a string, and must be a hash',
    ]);
    expect(await refusalsOf(() => yaml('- h1\n'))).to.deep.equal([
      'hosts.yml:1: an inventory is a hash of groups, not a list',
    ]);
    expect(await refusalsOf(() => yaml('plugin: amazon.aws.aws_ec2\n'))).to.deep.equal([
      'hosts.yml:1:1: this file configures the inventory plugin amazon.aws.aws_ec2 of Ansible',
    ]);
    expect(await refusalsOf(() => yaml('a: [\n'))).to.match(/^hosts\.yml:\d+:\d+: invalid YAML: /);
  });

  it('is refused if a group contains itself, with each line that makes the loop', async () => {
    const [problem] = await diagnosticsOf(() =>
      ini('[a:children]\nb\n[b:children]\nc\n[c:children]\na\n[d]\nh1\n'),
    );
    expect(problem?.message).to.match(
      /^groups contain each other: (\w) contains \w contains \w contains \1$/,
    );
    expect(
      [problem?.location?.line, ...(problem?.related ?? []).map(({ location }) => location?.line)].sort(),
    ).to.deep.equal([2, 4, 6]);
    expect(await refusalsOf(() => ini('[a:children]\na\n'))).to.deep.equal([
      'hosts.ini:2:1: groups contain each other: a contains a',
    ]);
  });

  it('is refused if a host has the name of a group, as after a forgotten :children', async () => {
    const [problem] = await diagnosticsOf(() => ini('[prod]\nweb\n[web]\nh1\n'));
    expect(problem).to.include({ code: 'inventory.name', message: 'web is a host here, and also a group' });
    expect(problem?.hint).to.include('section [prod:children]');
    expect([problem?.location?.line, problem?.related?.[0]?.location?.line]).to.deep.equal([2, 3]);
  });

  it('is refused for a second port of a host, and a priority without effect', async () => {
    expect(
      await refusalsOf(() =>
        ini('[a]\nh1:22 ansible_group_priority=1\n[b]\nh1:2222\n[b:vars]\nansible_group_priority=x\n'),
      ),
    ).to.deep.equal([
      'hosts.ini:2:7: ansible_group_priority has no effect on a host',
      'hosts.ini:4:1: the host h1 is mentioned with another port before',
      'hosts.ini:6:1: ansible_group_priority is not an integer',
    ]);
    expect(
      await refusalsOf(() =>
        readFiles({ hosts: '[a]\nh1\n', 'group_vars/a.yml': 'ansible_group_priority: 1\n' }),
      ),
    ).to.deep.equal(['group_vars/a.yml:1:1: ansible_group_priority has no effect in a file of variables']);
  });

  it('does not hand out templates, unless they are marked as strings', async () => {
    const inventory = await readFiles({
      hosts: '[a]\nh1 x="{{ y }}"\n',
      'host_vars/h1.yml': 'y: {a: ["{% if x %}"]}\nz: !unsafe "{{ x }}"\nw: "}} {"\n',
    });
    const { variables } = hostOf(inventory, 'h1');
    expect(await refusalsOf(() => variables.get('x'))).to.deep.equal([
      'hosts:2:4: the variable x of host h1 contains a template, which only Ansible can evaluate',
    ]);
    expect(await refusalsOf(() => variables.get('y'))).to.deep.equal([
      'host_vars/h1.yml:1:1: the variable y of host h1 contains a template, which only Ansible can evaluate',
    ]);
    expect(variables.get('z')).to.equal('{{ x }}');
    expect(variables.get('w')).to.equal('}} {');
  });

  it('keeps passwords as secrets', async () => {
    const inventory = await readFiles({
      hosts: 'h1 ansible_password=geheim ansible_become_pass=5\n',
      'group_vars/all.yml': 'ansible_sudo_pass: |\n  geheim\n',
    });
    const { variables } = hostOf(inventory, 'h1');
    for (const name of ['ansible_password', 'ansible_become_pass', 'ansible_sudo_pass'])
      expect(variables.get(name), name).to.be.instanceOf(Secret);
    expect(JSON.stringify(variables.names.map((name) => variables.get(name)))).not.to.include('geheim');
    expect(inventory.warnings.map(line)).to.deep.equal([
      'group_vars/all.yml:1:1: the value of ansible_sudo_pass ends with a line break',
    ]);
  });

  it('decrypts values and files of Ansible Vault', async () => {
    const files = {
      hosts: 'h1\n',
      'host_vars/h1/plain.yml': `x: !vault |\n${encryptedText.replace(/^/gm, '  ')}\n`,
      'host_vars/h1/vault.yml': encryptedFile,
    };
    const { variables } = hostOf(await readFiles(files, { vaultPasswords: [vaultPassword] }), 'h1');
    for (const [name, value] of Object.entries({ x: 's3cret', a: 'geheim', b: 5 })) {
      const secret = variables.get(name);
      expect(Secret.is(secret) && secret.reveal(), name).to.equal(value);
    }
    expect(await refusalsOf(() => readFiles(files))).to.deep.equal([
      'host_vars/h1/vault.yml:1: cannot read this file: it is encrypted with Ansible Vault, and no password is given',
    ]);
    const { 'host_vars/h1/vault.yml': _, ...plain } = files;
    const closed = hostOf(await readFiles(plain), 'h1').variables;
    expect(await refusalsOf(() => closed.get('x'))).to.deep.equal([
      'host_vars/h1/plain.yml:1:1: cannot read x: it is encrypted with Ansible Vault, and no password is given',
    ]);
  });

  it('warns of what probably means something else', async () => {
    const inventory = await readFiles({
      hosts: "[web]\nh1 ansible_password=a#b w=1\n[web:vars]\nx=/a # c\ny='/a # c'\n",
      'group_vars/web/x.yml': 'p: 1\np: 2\n',
      'group_vars/web.yml': 'p: 3\n',
      'group_vars/wep.yml': 'q: 1\n',
      'group_vars/other.yml': 'q: 1\n',
    });
    expect(inventory.warnings.map(line)).to.deep.equal([
      'hosts:2:22: the # within this word begins a comment',
      'hosts:4:6: the # is a part of the value of x',
      'group_vars/web:1: web.yml beside it is not read',
      'group_vars/wep.yml:1: there is no group wep: this is not read',
      "group_vars/web/x.yml:2:1: duplicate key 'p': the last one counts",
    ]);
    expect(hostOf(inventory, 'h1').variables.get('p')).to.equal(2);
  });

  it('warns of group_vars that is not a folder, and reports every file of variables', async () => {
    const { warnings } = await readFiles({ hosts: 'h1\n', group_vars: 'x: 1\n' });
    expect(warnings.map(line)).to.deep.equal(['group_vars:1: this is not a folder, and is not read']);
    const files = { hosts: '[a]\nh1\n', 'group_vars/a.yml': '- x\n', 'host_vars/h1.yml': 'a: [\n' };
    const refused = await refusalsOf(() => readFiles(files));
    expect(refused[0]).to.equal('group_vars/a.yml:1: a file of variables is a hash, not a list');
    expect(refused[1]).to.match(/^host_vars\/h1\.yml:\d+:\d+: invalid YAML/);
  });

  it('reads folders and skips what is not an inventory in them', async () => {
    const inventory = await readFiles(
      {
        'inv/10-a': '[a]\nh1\n',
        'inv/20-b.yml': 'b: {hosts: {h2: }}\n',
        'inv/README.md': 'h3\n',
        'inv/x.ini': 'h4\n',
        'inv/sub/c': 'h5\n',
        'inv/host_vars/h5.yml': 'x: 1\n',
      },
      { sources: ['inv'] },
    );
    expect([...inventory.hosts.keys()]).to.deep.equal(['h1', 'h2', 'h5']);
    expect(hostOf(inventory, 'h5').variables.get('x')).to.equal(1);
    expect(inventory.warnings.map(line)).to.deep.equal([
      'inv/x.ini:1: a file with this ending is not read from a folder',
    ]);
    expect(inventory.files.map((file) => file.replace(/^.*\/inv\//, ''))).to.deep.equal([
      '10-a',
      '20-b.yml',
      'sub/c',
      'host_vars/h5.yml',
    ]);
  });

  it('can be a list of hosts', async () => {
    const inventory = await readInventory(['web[1:2], db:22,']);
    expect([...inventory.hosts.keys()]).to.deep.equal(['web1', 'web2', 'db']);
    expect(hostOf(inventory, 'db').variables.get('ansible_port')).to.equal(22);
    expect(inventory.groups.get('ungrouped')?.hosts).to.have.length(3);
  });

  it('is refused with a suggestion if it does not exist', async () => {
    const [problem] = await diagnosticsOf(() => readFiles({ 'hosts.yml': '' }, { sources: ['host.yml'] }));
    expect(problem?.message).to.match(/host\.yml does not exist$/);
    expect(problem?.hint).to.match(/^did you mean '.*hosts\.yml'\?$/);
    const [other] = await diagnosticsOf(() => readInventory(['/nonexistent/db01']));
    expect(other?.hint).to.include('db01,');
  });

  it('tells YAML from INI without an ending by the content', async () => {
    const of = async (text: string) => [...(await readFiles({ hosts: text })).hosts.keys()];
    expect(await of('all:\n  hosts:\n    h1:\n')).to.deep.equal(['h1']);
    expect(await of('{"all": {"hosts": {"h1": null}}}')).to.deep.equal(['h1']);
    expect(await of('h1\n')).to.deep.equal(['h1']);
    expect(await of(`h1 x="{'a': 1}" y=2\n`)).to.deep.equal(['h1']);
    expect(await refusalsOf(() => of('---\nall: [\n'))).to.match(/invalid YAML/);
    expect(await refusalsOf(() => of('[web\nh1 x\n'))).to.match(/not balanced/);
  });
});
