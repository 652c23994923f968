import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { CommandLine } from '../command-line.js';

const library = JSON.stringify(new URL('../../../src/index.ts', import.meta.url).pathname);

describe('a run on the hosts of an inventory', () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = await CommandLine.open();
  });
  afterEach(() => line.close());

  const manifest = (body: string) =>
    line.write(
      'site.ts',
      `import { File, fleet, manifest } from ${library};\nconst folder = ${JSON.stringify(line.folder)};\n${body}`,
    );
  const run = (command: string, ...words: string[]) =>
    line.call(command, join(line.folder, 'site.ts'), ...words, '--state-dir', join(line.folder, 'state'));

  it('applies a manifest of one host, with its own data and the variables of the inventory', async () => {
    await line.write('hosts.ini', '[web]\nhere ansible_connection=local rack=r7\n');
    await manifest(
      "export default manifest((site) => void new File(site, folder + '/out', { content: JSON.stringify(site.facts.inventory) }));",
    );
    const applied = await run('apply', '--inventory', 'hosts.ini');
    expect(applied.stderr + applied.stdout).to.match(/on here: done: 1 created/);
    expect(applied.status).to.equal(0);
    expect(JSON.parse(await readFile(join(line.folder, 'out'), 'utf8'))).to.deep.equal({
      name: 'here',
      groups: ['web'],
      variables: { rack: 'r7' },
    });
    const again = await run('apply', '--inventory', 'hosts.ini', '--detailed-exitcodes');
    expect(again.stdout).to.match(/on here: done: 1 unchanged/);
    expect(again.status).to.equal(0);
  });

  it('plans the parts of a fleet, and reports a host that cannot be reached', async () => {
    // Nothing listens on the port 1.
    await line.write(
      'hosts.ini',
      'here ansible_connection=local\naway ansible_host=127.0.0.1 ansible_port=1\n',
    );
    await manifest(`export default fleet((site) => {
      const away = site.host('away', (node) => void new File(node, folder + '/first', { content: 'x' }));
      site.host('here', (node) => {
        new File(node, folder + '/second', { content: 'x', require: away.ref(File, folder + '/first') });
        new File(node, folder + '/third', { content: 'x' });
      });
    });`);
    const planned = await run('plan', '--inventory', 'hosts.ini');
    expect(planned.stdout).to.match(/on away: unreachable: /);
    expect(planned.stdout).to.match(/create File\[\S*\/third\]/);
    expect(planned.stdout).to.match(/skipped File\[\S*\/second\]/);
    expect(planned.status).to.equal(4);
  });

  it('refuses options that would have no effect', async () => {
    await manifest('export default manifest(() => {});');
    await line.write('hosts.ini', 'here ansible_connection=local\n');
    for (const [words, message] of [
      [['--limit', 'web'], /--limit has no effect without hosts/],
      [['--serial', '1'], /--serial has no effect without hosts/],
      [['--host', 'a', '--inventory', 'hosts.ini'], /--host names hosts without an inventory/],
      [['--host', 'a', '--limit', 'a'], /--limit selects hosts of an inventory/],
      [['--inventory', 'hosts.ini', '--facts', 'x.json'], /--facts is for one host/],
      [['--inventory', 'hosts.ini', '--limit', 'heer'], /no host or group matches 'heer'[\s\S]*did you mean/],
      [['--inventory', 'hosts.ini', '--ask-become-password'], /--ask-become-password needs a terminal/],
      [['--become'], /--become has no effect without hosts/],
      [['--inventory', 'host.ini'], /host\.ini/],
    ] as const) {
      const { status, stderr } = await line.call('plan', join(line.folder, 'site.ts'), ...words);
      expect(stderr, words.join(' ')).to.match(message);
      expect(status).to.equal(1);
    }
  });

  it('refuses a manifest of several hosts without hosts', async () => {
    await manifest("export default fleet((site) => void site.host('a', () => {}));");
    const { status, stderr } = await line.call('plan', join(line.folder, 'site.ts'));
    expect(stderr).to.match(/the manifest is of several hosts[\s\S]*--inventory FILE/);
    expect(status).to.equal(1);
  });
});

describe('the catalogs of hosts', () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = await CommandLine.open();
    await line.write('hosts.ini', 'here ansible_connection=local\nthere ansible_connection=local\n');
    await line.write(
      'site.ts',
      `import { Anchor, fleet } from ${library};
      export default fleet((site) => {
        const first = site.host('here', (node) => void new Anchor(node, 'first'));
        site.host('there', (node) => void new Anchor(node, 'second', { require: first.ref(Anchor, 'first') }));
      });`,
    );
  });
  afterEach(() => line.close());

  const catalog = (...words: string[]) =>
    line.call('catalog', join(line.folder, 'site.ts'), '--inventory', 'hosts.ini', ...words);

  it('are JSON with the relations between them', async () => {
    const { stdout, status } = await catalog();
    expect(status).to.equal(0);
    const { hosts, edges } = JSON.parse(stdout);
    expect(Object.keys(hosts)).to.deep.equal(['here', 'there']);
    expect(edges.map(({ source, target }: (typeof edges)[number]) => [source, target])).to.deep.equal([
      [
        { host: 'here', resource: 'Anchor[first]' },
        { host: 'there', resource: 'Anchor[second]' },
      ],
    ]);
  });

  it('can be a graph or a page of one host', async () => {
    const refused = await catalog('--format', 'html');
    expect(refused.stderr).to.match(/--format html shows one host, and there are 2/);
    const one = await catalog('--format', 'dot', '--limit', 'here');
    expect(one.stdout)
      .to.match(/^digraph/)
      .and.to.include('Anchor[first]');
  });
});

describe('facts', () => {
  let line: CommandLine;
  beforeEach(async () => {
    line = await CommandLine.open();
  });
  afterEach(() => line.close());

  it('are those of this machine, or of hosts by name', async () => {
    const own = await line.call('facts');
    expect(JSON.parse(own.stdout)).to.have.property('os');
    await line.write('hosts.ini', 'here ansible_connection=local\n');
    const named = await line.call('facts', '--inventory', 'hosts.ini', '--format', 'yaml');
    expect(named.stdout).to.match(/^here:\n {2}\S/);
    expect([own.status, named.status]).to.deep.equal([0, 0]);
  });
});
