/** Where the kernel lists the mounts that this process sees. */
export const MOUNTS = '/proc/self/mountinfo';

/** Parses the mount points of `/proc/self/mountinfo`. */
export function parseMountPoints(mountinfo: string): ReadonlySet<string> {
  const points = new Set<string>();
  for (const line of mountinfo.split('\n')) {
    const point = line.split(' ')[4];
    if (point !== undefined) points.add(unescapeField(point));
  }
  return points;
}

/** Decodes the octal escapes of white space in the kernel's file system tables. */
export function unescapeField(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
