/** The modules in the answer of `semodule --list --checksum`, each with the SHA-256 of its content in CIL. */
export function parseModuleList(answer: string): Map<string, string> {
  return new Map(
    [...answer.matchAll(/^(\S+)\s+sha256:([0-9a-f]{64})\s*$/gm)].map(([, name, checksum]) => [
      String(name),
      String(checksum),
    ]),
  );
}
