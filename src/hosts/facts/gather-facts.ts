import type { Facts } from '../../data/facts.js';
import { keysOf } from '../../data/keys-of.js';
import { parsePasswd } from '../account-files.js';
import type { HostFiles } from '../host-files.js';
import type { Machine } from './machine.js';
import { memory } from './memory.js';
import { networking } from './networking.js';
import { openstack } from './openstack.js';
import { operatingSystem } from './operating-system.js';
import { processors } from './processors.js';
import { selinux } from './selinux.js';

/** The files that the facts are read from, all in one call. */
const texts = {
  osRelease: '/etc/os-release',
  /** The location of os-release if it is not overridden. */
  vendorRelease: '/usr/lib/os-release',
  debianVersion: '/etc/debian_version',
  redhatRelease: '/etc/redhat-release',
  hosts: '/etc/hosts',
  resolv: '/etc/resolv.conf',
  passwd: '/etc/passwd',
  routes: '/proc/net/route',
  online: '/sys/devices/system/cpu/online',
  enforce: '/sys/fs/selinux/enforce',
  selinuxConfig: '/etc/selinux/config',
} as const;

/** Exists if systemd is the init system: see sd_booted(3). */
const SYSTEMD = '/run/systemd/system';

/** Package tools, the preferred one first: on Enterprise Linux, yum is another name for dnf. */
const packageTools = { apt: '/usr/bin/apt-get', dnf: '/usr/bin/dnf', yum: '/usr/bin/yum' } as const;

/**
 * Gathers the facts of a host from its files and from system calls. No process is started. Facts that cannot be read
 * are omitted.
 */
export async function gatherFacts(files: HostFiles, system: Machine | Promise<Machine>): Promise<Facts> {
  const [contents, found, machine] = await Promise.all([
    files.read(Object.values(texts)),
    files.status([SYSTEMD, ...Object.values(packageTools)]),
    system,
  ]);
  const names = keysOf(texts);
  const text = Object.fromEntries(
    names.map((name, index) => {
      const content = contents[index];
      return [name, Buffer.isBuffer(content) ? content.toString('utf8') : undefined];
    }),
  ) as Readonly<Record<keyof typeof texts, string | undefined>>;
  const [systemd, ...tools] = found.map((status) => status !== undefined && !(status instanceof Error));
  const tool = Object.keys(packageTools).find((_, index) => tools[index] === true);
  const home = parsePasswd(text.passwd ?? '').find((user) => user.uid === 0)?.home;

  const os = operatingSystem({ ...text, osRelease: text.osRelease ?? text.vendorRelease }, machine.hardware);
  const processing = processors(text.online, machine.processors);
  return {
    os: { ...os, selinux: selinux(text.enforce, text.selinuxConfig) },
    kernel: machine.kernel,
    kernelrelease: machine.kernelRelease,
    networking: networking(machine, text),
    processors: processing,
    memory: memory(machine.memory),
    service_provider: systemd === true ? 'systemd' : 'init',
    ...(tool === undefined ? {} : { package_provider: tool }),
    ...(home === undefined ? {} : { root_home: home }),
    ...openstack(os, processing.count ?? 1),
  };
}
