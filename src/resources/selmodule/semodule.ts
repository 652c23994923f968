/** Reads the modules that `semodule --list --checksum` prints, each with the SHA-256 of its content in CIL. */
export function parseModuleList(output: string): Map<string, string> {
  return new Map(
    [...output.matchAll(/^(\S+)\s+sha256:([0-9a-f]{64})\s*$/gm)].map(([, name, checksum]) => [
      String(name),
      String(checksum),
    ]),
  );
}
