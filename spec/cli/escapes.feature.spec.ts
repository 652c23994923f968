import { mkdir, readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { CommandLine } from './command-line.js';
import { callInProcess as call, callWith } from './own-process.js';

describe('a manifest whose work continues after its end', () => {
  let command: CommandLine;

  before(async () => {
    command = await CommandLine.open();
  });

  after(() => command.close());

  const refused = async (
    body: string,
    message: string,
    location: string,
    ...words: [string, ...string[]]
  ): Promise<void> => {
    const site = await command.manifest(body, 'File');
    const { status, stdout, stderr } = await call(words[0], site, ...words.slice(1));
    expect(stderr).to.include(message).and.to.include(location);
    expect(status).to.equal(1);
    expect(stdout).to.equal('');
  };
  const declare = "new File(site, '/nonexistent/x')";
  const late = 'File[/nonexistent/x] is declared after the manifest was compiled';

  it('is refused by plan, with the source location, if it declares in an async callback', () =>
    refused(
      `  [1].forEach(async () => {\n    await null;\n    ${declare};\n  });`,
      late,
      'site.ts:5:5',
      'plan',
    ));

  it('is refused by apply before anything is changed', async () => {
    const file = `${command.folder}/made`;
    await refused(
      `  new File(site, '${file}', { content: 'x' });\n  setTimeout(() => ${declare}, 20);`,
      late,
      'site.ts:4:20',
      'apply',
      '--state-dir',
      `${command.folder}/state`,
    );
    const { stdout } = await command.call(
      'plan',
      await command.manifest(`  new File(site, '${file}', { content: 'x' });`, 'File'),
    );
    expect(stdout).to.include('1 to create');
  });

  it('is refused by check if it discards the error', () =>
    refused(`  Promise.resolve().then(() => ${declare}).catch(() => {});`, late, 'site.ts:3:32', 'check'));

  it('is refused by catalog if a timer throws', () =>
    refused("  setTimeout(() => { throw new Error('oops'); }, 20);", 'oops', 'site.ts:3:28', 'catalog'));

  it('is refused if a promise is rejected without a handler', () =>
    refused("  Promise.reject(new Error('oops'));", 'oops', 'site.ts:3:18', 'plan'));

  it('is refused if it ends the process', () =>
    refused('  process.exit(0);', 'process.exit was called', 'site.ts:3:', 'check'));

  for (const [what, statement, message, location] of [
    ['declares', declare, late, 'site.ts:3:30'],
    [
      'throws',
      "throw new TypeError('oops')",
      'threw while the process ended: TypeError: oops',
      'site.ts:3:36',
    ],
  ] as const) {
    it(`is refused if it ${what} when the process ends`, async () => {
      const site = await command.manifest(`  process.on('exit', () => { ${statement}; });`, 'File');
      const { status, stderr } = await call('plan', site);
      expect(stderr).to.include(message).and.to.include(location).and.not.to.include('node:events');
      expect(status).to.equal(1);
    });
  }

  it('leaves no files behind if it ends the process while its types are checked', async () => {
    const temporary = `${command.folder}/temporary`;
    await mkdir(temporary);
    const site = await command.manifest('  process.exit(0);');
    await callWith({ TMPDIR: temporary }, 'check', site);
    const left = await readdir(temporary);
    expect(left.filter((name) => name.startsWith('glance-apply-'))).to.deep.equal([]);
  });

  it('interrupts a run in progress in order, and makes it fail', async () => {
    const started = `${command.folder}/started`;
    const site = await command.write(
      'site.ts',
      `import { existsSync } from 'node:fs';
import { Exec, manifest } from 'glance-apply';
export default manifest((site) => {
  new Exec(site, 'first', { command: 'touch ${started}; sleep 1', provider: 'shell', path: '/usr/bin:/bin' });
  new Exec(site, '/bin/true', { require: Exec.ref('first') });
  const timer = setInterval(() => {
    if (!existsSync('${started}')) return;
    clearInterval(timer);
    throw new Error('oops');
  }, 5).unref();
});
`,
    );
    const { status, stdout, stderr } = await call('apply', site, '--state-dir', `${command.folder}/state`);
    expect(stdout).to.include('1 ran, 1 skipped');
    expect(stderr).to.include('oops').and.to.include('site.ts:9');
    expect(status).to.equal(4);
  });
});
