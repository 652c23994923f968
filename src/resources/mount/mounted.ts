import { unescapeField } from './fstab.js';

/** The mount points of `/proc/self/mountinfo`. */
export function parseMountPoints(mountinfo: string): ReadonlySet<string> {
  const points = new Set<string>();
  for (const line of mountinfo.split('\n')) {
    const point = line.split(' ')[4];
    if (point !== undefined) points.add(unescapeField(point));
  }
  return points;
}
