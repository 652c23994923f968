import { expect } from 'chai';
import { compile, manifest, type Scope } from '../../src/catalog/index.js';
import { buildGraph } from '../../src/engine/graph/build-graph.js';
import type { Ordering } from '../../src/engine/graph/ordering.js';
import {
  Exec,
  File,
  FileLine,
  IniSetting,
  Mount,
  Package,
  Service,
  User,
} from '../../src/resources/index.js';
import { waitsFor } from './waits-for.js';

/** Whether one waits for another by what is known of their paths, with nothing said of their order. */
async function follows(
  later: string,
  earlier: string,
  body: (site: Scope) => void,
  ordering: Ordering = 'relations',
): Promise<boolean> {
  return waitsFor(buildGraph(await compile(manifest(body)), ordering), later, earlier);
}

describe('relations that follow from paths', () => {
  it('copy a directory after everything that is managed in it, whatever is declared first', async () => {
    const body = (site: Scope) => {
      new File(site, '/copy', { ensure: 'directory', recurse: true, source: '/srv/site' });
      new File(site, '/srv/site/index.html', { content: 'hello' });
      new IniSetting(site, 'a setting', {
        path: '/srv/site/conf.d/a.ini',
        section: 's',
        setting: 'x',
        value: '1',
      });
      new Exec(site, 'make', { command: '/usr/bin/make-site', creates: '/srv/site/made' });
      new File(site, '/srv/site2', { content: '' });
    };
    expect(await follows('/copy', '/srv/site/index.html', body)).to.equal(true);
    expect(await follows('/copy', 'a setting', body)).to.equal(true);
    expect(await follows('/copy', 'make', body)).to.equal(true);
    expect(await follows('/copy', '/srv/site2', body)).to.equal(false);
  });

  it('write below a mount point after the mount, and create the mount point before it', async () => {
    const mounted = { device: '/dev/sdb1', fstype: 'ext4' };
    const body = (ensure: 'mounted' | 'absent') => (site: Scope) => {
      new File(site, '/mnt/images/a/b', { content: '' });
      new File(site, '/mnt/images', { ensure: 'directory' });
      new FileLine(site, 'line', { path: '/mnt/images/list', line: 'x' });
      new Mount(site, '/mnt/images', { ...mounted, ensure });
    };
    const graph = buildGraph(await compile(manifest(body('mounted'))), 'relations');
    const mount = graph.first(graph.catalog.find('mount', '/mnt/images')?.index as number);
    const at = (type: string, title: string) => graph.first(graph.catalog.find(type, title)?.index as number);
    const has = (source: number, target: number) =>
      graph.edges.some((edge) => edge.source === source && edge.target === target);
    expect(has(at('file', '/mnt/images'), mount)).to.equal(true);
    expect(has(mount, at('file', '/mnt/images/a/b'))).to.equal(true);
    expect(has(mount, at('file_line', 'line'))).to.equal(true);
    expect(await follows('line', '/mnt/images', body('absent'))).to.equal(true);
  });

  it('run a command after its program, its directory, and the package that installs the program', async () => {
    const body = (site: Scope) => {
      new Exec(site, 'run', {
        command: 'deploy now',
        path: ['/usr/local/bin', '/usr/bin'],
        cwd: '/opt/app/data',
      });
      new File(site, '/usr/local/bin/deploy', { mode: '0755', content: '#!/bin/sh\n' });
      new Exec(site, 'unpack', { command: '/bin/unpack', creates: '/opt/app' });
      new Package(site, 'deploy');
    };
    expect(await follows('run', '/usr/local/bin/deploy', body)).to.equal(true);
    expect(await follows('run', 'unpack', body)).to.equal(true);
    expect(await follows('run', 'deploy', body)).to.equal(true);
  });

  it("keep the manifest's order of a command and the resource of a path that it names", async () => {
    const body = (site: Scope) => {
      new File(site, '/etc/app/in.conf', { content: '' });
      new Exec(site, 'convert', {
        command: '/bin/sh -c "convert --from=/etc/app/in.conf >/var/lib/app/out.db"',
        creates: '/var/lib/app/out.db',
      });
      new File(site, '/var/lib/app/out.db', { mode: '0600' });
    };
    expect(await follows('convert', '/etc/app/in.conf', body, 'manifest')).to.equal(true);
    expect(await follows('/var/lib/app/out.db', 'convert', body, 'manifest')).to.equal(true);
    expect(await follows('convert', '/var/lib/app/out.db', body, 'manifest')).to.equal(false);
  });

  it('start a service after its unit, its defaults and the package of its name', async () => {
    const body = (site: Scope) => {
      new Service(site, 'app', { ensure: 'running' });
      new File(site, '/etc/systemd/system/app.service', { content: '' });
      new File(site, '/etc/systemd/system/app.service.d/limits.conf', { content: '' });
      new File(site, '/etc/default/app', { content: '' });
      new Package(site, 'app-server');
    };
    for (const earlier of [
      '/etc/systemd/system/app.service',
      '/etc/systemd/system/app.service.d/limits.conf',
      '/etc/default/app',
      'app-server',
    ])
      expect(await follows('app', earlier, body), earlier).to.equal(true);
  });

  it('create files in a home directory after the account that creates the directory', async () => {
    const body = (site: Scope) => {
      new File(site, '/home/ada/.profile', { content: '' });
      new User(site, 'ada', { home: '/home/ada', managehome: true, shell: '/usr/bin/zsh' });
      new Package(site, 'zsh');
    };
    expect(await follows('/home/ada/.profile', 'ada', body)).to.equal(true);
    expect(await follows('ada', 'zsh', body)).to.equal(true);
  });

  it('write into a file after the file resource that creates it, and in the nearest managed directory', async () => {
    const body = (site: Scope) => {
      new FileLine(site, 'line', { path: '/etc/app/conf.d/list', line: 'x' });
      new File(site, '/etc/app/conf.d/list', { content: '', replace: false });
      new File(site, '/etc/app', { ensure: 'directory' });
    };
    expect(await follows('line', '/etc/app/conf.d/list', body)).to.equal(true);
    expect(await follows('/etc/app/conf.d/list', '/etc/app', body)).to.equal(true);
    expect(await follows('/etc/app', 'line', body)).to.equal(false);
  });
});
