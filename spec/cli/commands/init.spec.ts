import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { CommandLine } from '../command-line.js';

describe('init', () => {
  let command: CommandLine;

  beforeEach(async () => {
    command = await CommandLine.open();
  });

  afterEach(() => command.close());

  it('creates a project whose manifest checks and compiles with its data', async () => {
    const { status, stdout } = await command.call('init', 'My Images');
    expect(status).to.equal(0);
    expect(stdout)
      .to.match(/^created My Images: package\.json, /)
      .and.to.include('npm test');
    const read = (name: string) => readFile(join(command.folder, 'My Images', name), 'utf8');
    expect(JSON.parse(await read('package.json'))).to.nested.include({ name: 'my-images', type: 'module' });
    expect(await read('spec/site.spec.ts')).to.include("from 'glance-apply/testing'");

    const project = join(command.folder, 'My Images');
    const facts = await command.write(
      'facts.json',
      JSON.stringify({ os: { name: 'Debian', family: 'Debian' } }),
    );
    const words = ['--data', join(project, 'data'), '--facts', facts, '--format', 'json'];
    const compiled = await command.call('catalog', join(project, 'manifests/site.ts'), ...words);
    expect(compiled).to.include({ status: 0, stderr: '' });
    expect(compiled.stdout).to.include('Service').and.to.include('"127.0.0.1"');
  });

  it('creates it in a folder that is empty except for the files of git', async () => {
    await mkdir(join(command.folder, 'project/.git'), { recursive: true });
    expect((await command.call('init', 'project')).status).to.equal(0);
  });

  it('writes nothing into a folder with files', async () => {
    await command.write('notes.txt', 'mine');
    const { status, stderr } = await command.call('init', '.');
    expect(status).to.equal(1);
    expect(stderr).to.include('. is not empty: it contains notes.txt');
    expect((await command.call('init', 'notes.txt')).stderr).to.include('cannot create a project');
    expect((await command.call('init')).stderr).to.include('init needs a DIR');
  });
});
