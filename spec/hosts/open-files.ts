import { readdirSync, readlinkSync } from 'node:fs';

/** The files in a directory, and the directory itself, that this process holds open. */
export function openFilesIn(directory: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    const path = target(descriptor);
    return path === directory || path.startsWith(`${directory}/`) ? [path] : [];
  });
}

/** Empty for the descriptor with which the list was read. */
function target(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}
