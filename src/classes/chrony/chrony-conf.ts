import type { DesiredOf } from '../../catalog/index.js';
import type { parameters } from './parameters.js';

/** The parameters of `chrony`, with secrets revealed. */
export type ChronyParameters = DesiredOf<typeof parameters>;

/** Names and defaults of a platform. */
export interface ChronyPlatform {
  readonly config: string;
  readonly service: string;
  /** The pool to use if no servers or pools are given. */
  readonly defaultPool: string;
  /** Lines of the file that do not depend on parameters. */
  readonly fixedLines: readonly string[];
}

export const debian: ChronyPlatform = {
  config: '/etc/chrony/chrony.conf',
  service: 'chrony',
  defaultPool: '2.debian.pool.ntp.org iburst',
  fixedLines: [
    'confdir /etc/chrony/conf.d',
    'sourcedir /run/chrony-dhcp',
    'sourcedir /etc/chrony/sources.d',
    'keyfile /etc/chrony/chrony.keys',
    'driftfile /var/lib/chrony/chrony.drift',
    'ntsdumpdir /var/lib/chrony',
    'logdir /var/log/chrony',
    'maxupdateskew 100.0',
    'rtcsync',
    'leapsectz right/UTC',
  ],
};

export const redHat: ChronyPlatform = {
  config: '/etc/chrony.conf',
  service: 'chronyd',
  defaultPool: '2.centos.pool.ntp.org iburst',
  fixedLines: [
    'keyfile /etc/chrony.keys',
    'driftfile /var/lib/chrony/drift',
    'logdir /var/log/chrony',
    'rtcsync',
    'leapsectz right/UTC',
  ],
};

/** Formats the whole file. */
export function formatChronyConf(
  given: ChronyParameters,
  { defaultPool, fixedLines }: ChronyPlatform,
): string {
  const { servers, pools, allow, local_stratum, makestep_seconds, makestep_updates } = given;
  const anyPools = servers.length + pools.length === 0 ? [defaultPool] : pools;
  return [
    '# Managed by glance-apply: changes are overwritten.',
    ...servers.map((server) => `server ${addBurst(server)}`),
    ...anyPools.map((one) => `pool ${addBurst(one)}`),
    ...fixedLines,
    `makestep ${makestep_seconds} ${makestep_updates}`,
    ...allow.map((network) => (network === 'all' ? 'allow' : `allow ${network}`)),
    ...(local_stratum === 'absent' ? [] : [`local stratum ${local_stratum}`]),
    '',
  ].join('\n');
}

/** Adds `iburst` to a source without options: four requests at once at the start. */
function addBurst(source: string): string {
  return source.includes(' ') ? source : `${source} iburst`;
}
