import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readInventory } from '../../../src/fleet/inventory/index.js';
import { diagnosticsOf, hostOf, readFiles, removeFiles, writeFiles } from './written-inventory.js';

const codesOf = async (work: () => unknown) => [
  ...new Set((await diagnosticsOf(work)).map(({ code }) => code)),
];

describe('a hostile inventory', () => {
  afterEach(removeFiles);

  it('is refused before it takes memory', async () => {
    const bomb = ['a: &a [1,2,3,4,5,6,7,8,9,10]'];
    for (let index = 1; index < 12; index += 1) {
      const [name, last] = ['abcdefghijkl'[index], 'abcdefghijkl'[index - 1]];
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${last}`).join()}]`);
    }
    expect(await codesOf(() => readFiles({ 'hosts.yml': bomb.join('\n') }))).to.deep.equal([
      'inventory.alias',
    ]);
    expect(await codesOf(() => readFiles({ 'hosts.yml': `a: ${'['.repeat(100_000)}` }))).to.deep.equal([
      'data.depth',
    ]);
    expect(await codesOf(() => readFiles({ hosts: 'h[1:1000000]\n' }))).to.deep.equal(['inventory.host']);
    expect(await codesOf(() => readFiles({ hosts: 'a[1:60000]\nb[1:60000]\n' }))).to.deep.equal([
      'inventory.size',
    ]);
    expect(await codesOf(() => readFiles({ hosts: `${'h'.repeat(1_000_000)}\n` }))).to.deep.equal([
      'inventory.host',
    ]);
    expect(await codesOf(() => readFiles({ hosts: ' '.repeat(17 * 1024 * 1024) }))).to.deep.equal([
      'inventory.size',
    ]);
  });

  it('does not take long for many groups in a chain', async function () {
    this.timeout(30_000);
    const groups = Array.from(
      { length: 20_000 },
      (_, index) => `[g${index}:children]\ng${index + 1}\n[g${index}]\nh${index}\n`,
    );
    const started = performance.now();
    const inventory = await readFiles({ hosts: `${groups.join('')}[g20000]\n` });
    expect(hostOf(inventory, 'h19999').groups).to.have.length(20_000);
    expect(performance.now() - started).to.be.below(15_000);
  });

  it('reports a limited number of problems', async () => {
    expect(await diagnosticsOf(() => readFiles({ hosts: 'h x\n'.repeat(1000) }))).to.have.length(50);
  });

  it('is refused with its reason if it is not text, not a file, or a loop of links', async () => {
    const folder = writeFiles({
      'inv/hosts': 'h1\n',
      'vars/hosts': 'h1\n',
      'vars/group_vars/all/x.yml': 'a: 1\n',
    });
    symlinkSync('..', join(folder, 'inv/loop'));
    symlinkSync('..', join(folder, 'vars/group_vars/all/loop'));
    const read = (path: string) => readInventory([path], { trust: 'any' });
    expect(await codesOf(() => read(join(folder, 'inv')))).to.deep.equal(['inventory.depth']);
    expect(await codesOf(() => read(join(folder, 'vars/hosts')))).to.deep.equal(['inventory.depth']);
    symlinkSync('self', join(folder, 'self'));
    expect(await codesOf(() => read(join(folder, 'self')))).to.deep.equal(['inventory.unreadable']);
    expect(await codesOf(() => read('/dev/zero'))).to.deep.equal(['inventory.unreadable']);
    expect(await codesOf(() => read(process.execPath))).to.deep.equal(['inventory.program']);
  });

  it('is neither read nor executed as root if other users can change it', async function () {
    if (process.geteuid?.() !== 0) this.skip();
    const folder = writeFiles({
      hosts: 'h1\n',
      program: '#!/bin/sh\necho "{}"\n',
      'group_vars/all.yml': 'a: 1\n',
    });
    const read = (name: string) => readInventory([join(folder, name)], { programs: 'execute' });
    await read('hosts');
    for (const name of ['hosts', 'program', 'group_vars/all.yml']) {
      const path = join(folder, name);
      chmodSync(path, 0o777);
      const source = name.startsWith('group_vars') ? 'hosts' : name;
      expect(await codesOf(() => read(source)), name).to.deep.equal(['manifest.foreign']);
      chmodSync(path, name === 'program' ? 0o755 : 0o644);
    }
    await read('hosts');
    await read('program');
  });
});
