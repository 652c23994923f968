import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { command, must } from './command.js';

/** Where the lab keeps its base image and its caches, between runs. */
export const labDirectory = process.env.GLANCE_APPLY_LAB ?? '/var/tmp/glance-apply-lab';

/** The root of a bare Debian 12 that every host of the lab starts from. */
const base = join(labDirectory, 'base');

/** Where apt is told of mirrors. */
const sources = '/etc/apt';

/** What a bare host has beside Debian's minimum: an init system, and what every server has. */
const packages = ['systemd', 'systemd-sysv', 'dbus', 'iproute2', 'procps', 'ca-certificates'];

/** apt locks its archives, so each of the processes that run specs at the same time has its own. */
const worker = process.env.MOCHA_WORKER_ID;

/** Folders of the lab that hosts share, so that nothing is fetched twice; by where a host sees them. */
export const shared: Readonly<Record<string, string>> = {
  '/var/cache/apt/archives': join(labDirectory, worker === undefined ? 'archives' : `archives-${worker}`),
  '/var/cache/npm': join(labDirectory, 'npm-cache'),
};

/** What commands in a host find in their environment. */
export async function hostEnvironment(): Promise<Record<string, string>> {
  const registry = (await must(['npm', 'config', 'get', 'registry'])).trim();
  return {
    HOME: '/root',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    LANG: 'C.UTF-8',
    NODE_EXTRA_CA_CERTS: '/etc/ssl/certs/ca-certificates.crt',
    npm_config_cafile: '/etc/ssl/certs/ca-certificates.crt',
    npm_config_cache: '/var/cache/npm',
    npm_config_registry: registry,
    npm_config_update_notifier: 'false',
  };
}

/** Where Node and npm of this machine are, and where a host sees them. */
export async function nodeBinds(): Promise<Readonly<Record<string, string>>> {
  const modules = (await must(['npm', 'root', '--global'])).trim();
  return { '/usr/local/bin/node': process.execPath, '/usr/local/lib/node_modules': modules };
}

/** Makes the base image where it is missing; gives its folder. About a minute, once. */
export async function baseImage(): Promise<string> {
  for (const folder of Object.values(shared)) await mkdir(join(folder, 'partial'), { recursive: true });
  await installTools();
  if (existsSync(base)) return base;
  const building = `${base}.building`;
  await rm(building, { recursive: true, force: true });
  await must([
    'debootstrap',
    '--variant=minbase',
    `--include=${packages.join(',')}`,
    'bookworm',
    building,
    await mirror(),
  ]);
  await copySources(building);
  await prepareNode(building);
  await rename(building, base);
  return base;
}

/** What the lab needs of this machine; a new one has little of it. */
async function installTools(): Promise<void> {
  const tools = {
    debootstrap: 'debootstrap',
    ip: 'iproute2',
    nsenter: 'util-linux',
    slirp4netns: 'slirp4netns',
    'systemd-nspawn': 'systemd-container',
  };
  const missing: string[] = [];
  for (const [program, name] of Object.entries(tools)) {
    if ((await command(['sh', '-c', `command -v ${program}`])).status !== 0) missing.push(name);
  }
  if (missing.length === 0) return;
  await must(['apt-get', 'update', '-q']);
  await must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing], {
    environment: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** The mirror that this machine's own apt uses: none is ever written down. */
async function mirror(): Promise<string> {
  for (const path of await sourceFiles()) {
    const line = path.endsWith('.list') ? /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/m : /^URIs:\s*(\S+)/m;
    const uri = line.exec(await readFile(path, 'utf8'))?.[1];
    if (uri !== undefined) return uri;
  }
  throw new Error(`neither ${sources}/sources.list nor a file in ${sources}/sources.list.d names a mirror`);
}

/** Where this machine's apt is told of mirrors, in its newer format and in its older one. */
async function sourceFiles(): Promise<string[]> {
  const names = await readdir(join(sources, 'sources.list.d'));
  const files = names
    .filter((name) => /\.(sources|list)$/.test(name))
    .map((name) => `sources.list.d/${name}`);
  return [...files, 'sources.list'].map((name) => join(sources, name)).filter((path) => existsSync(path));
}

/** The host fetches packages as this machine does, an archive of a certain date included. */
async function copySources(root: string): Promise<void> {
  await rm(join(root, 'etc/apt/sources.list'), { force: true });
  for (const path of await sourceFiles()) await cp(path, join(root, path));
  for (const name of await readdir('/etc/apt/apt.conf.d')) {
    const text = await readFile(`/etc/apt/apt.conf.d/${name}`, 'utf8');
    if (/Acquire::/i.test(text))
      await cp(`/etc/apt/apt.conf.d/${name}`, join(root, 'etc/apt/apt.conf.d', name));
  }
  // Kept for the hosts that come after: the folder is shared.
  await writeFile(
    join(root, 'etc/apt/apt.conf.d/99keep'),
    'Binary::apt::APT::Keep-Downloaded-Packages "true";\n',
  );
  await copyFile('/etc/ssl/certs/ca-certificates.crt', join(root, 'etc/ssl/certs/ca-certificates.crt'));
}

async function prepareNode(root: string): Promise<void> {
  for (const [inside, outside] of Object.entries(await nodeBinds())) {
    const location = join(root, inside);
    await mkdir(dirname(location), { recursive: true });
    if (outside === process.execPath) await writeFile(location, '');
    else await mkdir(location, { recursive: true });
  }
  for (const tool of ['npm', 'npx']) {
    await symlink(`../lib/node_modules/npm/bin/${tool}-cli.js`, join(root, 'usr/local/bin', tool));
  }
  for (const inside of Object.keys(shared)) await mkdir(join(root, inside), { recursive: true });
}
