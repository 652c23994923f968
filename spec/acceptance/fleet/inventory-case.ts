/** Inventories that Ansible and this project read, and patterns that select hosts in them. */
export interface InventoryCase {
  readonly title: string;
  /** The content of each file, by its path; a line `#!` at its begin makes it executable. */
  readonly files: Readonly<Record<string, string>>;
  /** @default the first file */
  readonly sources?: readonly string[];
  /** The folder of the playbook or manifest. */
  readonly playbook?: string;
  readonly patterns?: readonly string[];
  /** The code with which this project refuses what Ansible accepts. */
  readonly refused?: string;
  /** Patterns to which this project gives a meaning that Ansible does not, with the hosts that they select. */
  readonly beyond?: Readonly<Record<string, readonly string[]>>;
}

/** A case whose only file is an inventory in INI. */
export function ini(title: string, text: string, ...patterns: readonly string[]): InventoryCase {
  return { title, files: { 'hosts.ini': text }, patterns };
}

/** A case whose only file is an inventory in YAML. */
export function yaml(title: string, text: string, ...patterns: readonly string[]): InventoryCase {
  return { title, files: { 'hosts.yml': text }, patterns };
}

/** A case of an inventory in INI that Ansible accepts and this project refuses. */
export function refusedIni(title: string, code: string, text: string): InventoryCase {
  return { title, files: { 'hosts.ini': text }, refused: code };
}

/** A case of an inventory in YAML that Ansible accepts and this project refuses. */
export function refusedYaml(title: string, code: string, text: string): InventoryCase {
  return { title, files: { 'hosts.yml': text }, refused: code };
}
