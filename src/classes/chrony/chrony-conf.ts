import type { WantedOf } from '../../catalog/index.js';
import type { parameters } from './parameters.js';

/** The parameters of `chrony`, in clear. */
export type ChronyParameters = WantedOf<typeof parameters>;

/** What the platforms call things. */
export interface ChronyPlatform {
  readonly config: string;
  readonly service: string;
  /** Where time comes from when nobody says so. */
  readonly defaultPool: string;
  /** The lines of the file that are the same whatever anybody wants. */
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

/** The whole file. */
export function formatChronyConf(
  given: ChronyParameters,
  { defaultPool: pool, fixedLines: always }: ChronyPlatform,
): string {
  const { servers, pools, allow, local_stratum, makestep_seconds, makestep_updates } = given;
  const anyPools = servers.length + pools.length === 0 ? [pool] : pools;
  return [
    '# Managed by glance-apply: changes are overwritten.',
    ...servers.map((server) => `server ${addBurst(server)}`),
    ...anyPools.map((one) => `pool ${addBurst(one)}`),
    ...always,
    `makestep ${makestep_seconds} ${makestep_updates}`,
    ...allow.map((network) => (network === 'all' ? 'allow' : `allow ${network}`)),
    ...(local_stratum === 'absent' ? [] : [`local stratum ${local_stratum}`]),
    '',
  ].join('\n');
}

/** Four questions at once at the start, unless somebody has said what is wanted. */
function addBurst(source: string): string {
  return source.includes(' ') ? source : `${source} iburst`;
}
