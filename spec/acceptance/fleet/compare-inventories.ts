import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { type Inventory, readInventory, selectHosts } from '../../../src/fleet/inventory/index.js';
import type { InventoryVariables } from '../../../src/fleet/inventory/variables/inventory-variables.js';
import { revealAll } from '../../../src/secrets/secret.js';
import type { InventoryCase } from './inventory-case.js';

/** What `ansible-oracle.py` prints of an inventory. */
interface AnsibleInventory {
  readonly error?: string;
  readonly hosts: Readonly<Record<string, { readonly variables: Hash; readonly groups: readonly string[] }>>;
  readonly groups: Readonly<
    Record<
      string,
      { readonly variables: Hash; readonly hosts: readonly string[]; readonly children: readonly string[] }
    >
  >;
  readonly patterns: readonly { readonly hosts?: readonly string[]; readonly mismatch?: boolean }[];
}

type Hash = Readonly<Record<string, unknown>>;

/** Writes the files of a case, and returns the question for `ansible-oracle.py`. */
export function writeCase(one: InventoryCase, folder: string): string {
  for (const [path, content] of Object.entries(one.files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
  }
  return JSON.stringify({
    sources: sourcesOf(one, folder),
    playbook: one.playbook === undefined ? null : join(folder, one.playbook),
    patterns: one.patterns ?? [],
  });
}

function sourcesOf({ sources, files }: InventoryCase, folder: string): string[] {
  return (sources ?? Object.keys(files).slice(0, 1)).map((source) =>
    source.includes(',') ? source : join(folder, source),
  );
}

/** Reads a case, and describes each difference from what Ansible answered. */
export async function compareCase(one: InventoryCase, folder: string, answer: string): Promise<string[]> {
  const expected: AnsibleInventory = JSON.parse(answer);
  let inventory: Inventory;
  try {
    inventory = await readInventory(sourcesOf(one, folder), {
      manifestFolder: one.playbook === undefined ? undefined : join(folder, one.playbook),
      programs: 'execute',
      trust: 'any',
    });
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    if (one.refused !== undefined)
      return error.diagnostics.every(({ code }) => code === one.refused) && expected.error === undefined
        ? []
        : [`refused with ${error.message}, and by Ansible with ${expected.error}`];
    return expected.error === undefined ? [`refused, unlike by Ansible: ${error.message}`] : [];
  }
  if (expected.error !== undefined) return [`not refused, unlike by Ansible: ${expected.error}`];
  if (one.refused !== undefined) return [`not refused with ${one.refused}`];
  return [...compareContent(inventory, expected), ...comparePatterns(one, inventory, expected)];
}

function compareContent(inventory: Inventory, { hosts, groups }: AnsibleInventory): string[] {
  const inOrder = orderOf(groups);
  return [
    ...compare('hosts', [...inventory.hosts.keys()], Object.keys(hosts)),
    ...compare('groups', [...inventory.groups.keys()], Object.keys(groups)),
    ...Object.entries(hosts).flatMap(([name, host]) => [
      ...compare(`groups of ${name}`, inventory.hosts.get(name)?.groups, host.groups),
      ...compareVariables(name, inventory.hosts.get(name)?.variables, host.variables),
    ]),
    ...Object.entries(groups).flatMap(([name, group]) => {
      const own = inventory.groups.get(name);
      const { ansible_group_priority: _, ...variables } = group.variables;
      return [
        ...compare(`hosts of ${name}`, inOrder(own?.hosts), inOrder(group.hosts)),
        ...compare(`children of ${name}`, own?.children, group.children),
        ...compareVariables(name, own?.variables, variables),
      ];
    }),
  ];
}

/** Ansible visits the groups below several groups in the order of a set, which differs from run to run. */
function hasNestedGroups(groups: AnsibleInventory['groups']): boolean {
  return Object.values(groups).some(
    ({ children }) => children.filter((child) => (groups[child]?.children.length ?? 0) > 0).length > 1,
  );
}

function orderOf(groups: AnsibleInventory['groups']): (names?: readonly string[]) => readonly string[] {
  const isNested = hasNestedGroups(groups);
  return (names = []) => (isNested ? [...names].sort() : names);
}

function compareVariables(
  owner: string,
  variables: InventoryVariables | undefined,
  expected: Hash,
): string[] {
  return [
    ...compare(`names of variables of ${owner}`, variables?.names, Object.keys(expected).sort()),
    ...Object.entries(expected).flatMap(([name, value]) => {
      try {
        const own = revealAll(variables?.get(name));
        return compare(`${name} of ${owner}`, finite(own), value);
      } catch (error) {
        const isTemplate = /\{[{%#]/.test(JSON.stringify(value));
        return GlanceApplyError.is(error) && isTemplate ? [] : [`${name} of ${owner}: ${error}`];
      }
    }),
  ];
}

function finite(value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return `float ${Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}`;
}

function comparePatterns(one: InventoryCase, inventory: Inventory, expected: AnsibleInventory): string[] {
  const select = (pattern: string) => {
    try {
      return selectHosts(inventory, pattern).map(({ name }) => name);
    } catch (error) {
      if (GlanceApplyError.is(error)) return undefined;
      throw error;
    }
  };
  const inOrder = orderOf(expected.groups);
  return [
    ...(one.patterns ?? []).flatMap((pattern, index) => {
      if (hasNestedGroups(expected.groups) && /\[-?\d/.test(pattern)) return [];
      const { hosts = [], mismatch = true } = expected.patterns[index] ?? {};
      const own = select(pattern);
      return compare(
        `the pattern ${pattern}`,
        own && inOrder(own),
        mismatch || hosts.length === 0 ? undefined : inOrder(hosts),
      );
    }),
    ...Object.entries(one.beyond ?? {}).flatMap(([pattern, hosts]) =>
      compare(`the pattern ${pattern}`, select(pattern), hosts),
    ),
  ];
}

function compare(what: string, own: unknown, expected: unknown): string[] {
  if (isDeepStrictEqual(own, expected)) return [];
  return [`${what}: ${JSON.stringify(own)} instead of ${JSON.stringify(expected)}`];
}
