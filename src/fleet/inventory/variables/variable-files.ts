import { realpathSync } from 'node:fs';
import { extname, join } from 'node:path';
import { findNearest } from '../../../errors/nearest.js';
import type { ManifestTrust } from '../../../hosts/refuse-untrusted.js';
import { refuseUntrusted } from '../../../hosts/refuse-untrusted.js';
import type { Problems } from '../problems.js';
import { isFolder, namesIn, statusOf } from '../sources/file-system.js';
import { readInventoryFile } from '../sources/read-inventory-file.js';
import { decryptFile } from '../vault/decrypt-file.js';
import type { Vault } from '../vault/vault.js';
import { readYaml } from '../yaml/read-yaml.js';
import { describeKind, toRawValue, YamlHash } from '../yaml/yaml-value.js';
import { createVariable, type Layer, type Variable } from './variable.js';

/** The folders beside an inventory, by the kind of what has a file in them. */
const folders = { group: 'group_vars', host: 'host_vars' } as const;
type Kind = keyof typeof folders;

/** In this order; the first one that exists counts. */
const endings = ['', '.yml', '.yaml', '.json'];

/** Folders that are nested deeper are a loop of links. */
const MAX_DEPTH = 20;

/** What reading the files of variables needs, and records. */
export interface VariableFilesContext {
  readonly problems: Problems;
  readonly vault: Vault;
  readonly trust: ManifestTrust;
  /** Called with each file that is read. */
  readonly note: (file: string) => void;
}

/** The variables that files below one folder define: `group_vars/web.yml`, `host_vars/db01/ports.yml`. */
export class VariableFiles {
  readonly #layers = new Map<string, Layer>();

  private constructor() {}

  /** Reads the files of the given groups and hosts. */
  static async read(
    folder: string,
    names: Readonly<Record<Kind, Iterable<string>>>,
    context: VariableFilesContext,
  ): Promise<VariableFiles> {
    const result = new VariableFiles();
    for (const kind of ['group', 'host'] as const) {
      const found = findFiles(join(folder, folders[kind]), kind, [...names[kind]], context.problems);
      await refuseUntrusted('use an inventory', [...found.values()].flat(), context.trust);
      for (const [name, files] of found) {
        const variables = new Map<string, Variable>();
        for (const file of files)
          await context.problems.collect(() => readInto(variables, file, `${kind} ${name}`, context));
        if (variables.size > 0) result.#layers.set(`${kind} ${name}`, variables);
      }
    }
    return result;
  }

  /** The variables of a group or host; undefined if it has no file. */
  layer(kind: Kind, name: string): Layer | undefined {
    return this.#layers.get(`${kind} ${name}`);
  }
}

/** Finds the files of each group or host, in the order in which they are merged. */
function findFiles(
  folder: string,
  kind: Kind,
  names: readonly string[],
  problems: Problems,
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const status = statusOf(folder);
  if (status === undefined) return found;
  if (!status.isDirectory()) {
    problems.warn('inventory.unused-file', 'this is not a folder, and is not read', {
      location: { file: folder, line: 1 },
      hint: 'make it a folder with one file per group or host',
    });
    return found;
  }
  const entries = new Set(namesIn(folder));
  // The real path: links are named as what they lead to, as in Ansible.
  const real = realpathSync(folder);
  const used = new Set<string>();
  for (const name of names) {
    const candidates = endings.map((ending) => `${name}${ending}`).filter((entry) => entries.has(entry));
    const [entry, ...hidden] = candidates;
    if (entry === undefined) continue;
    for (const one of candidates) used.add(one);
    if (hidden.length > 0) warnOfHidden(join(real, entry), hidden, problems);
    found.set(name, filesAt(join(real, entry), problems));
  }
  warnOfUnused(
    real,
    kind,
    [...entries].filter((entry) => !used.has(entry)),
    names,
    problems,
  );
  return found;
}

/** Returns a file, or the files of a folder. */
function filesAt(path: string, problems: Problems, depth = 0): string[] {
  if (!isFolder(path)) return [path];
  if (depth > MAX_DEPTH) {
    problems.add('inventory.depth', `the folder ${path} is nested too deeply`, {
      location: { file: path, line: 1 },
      hint: 'check for a link that leads to a folder above it',
    });
    return [];
  }
  return namesIn(path)
    .filter((name) => !name.startsWith('.') && !name.endsWith('~'))
    .flatMap((name) => {
      const ending = extname(name);
      const inner = join(path, name);
      if (isFolder(inner)) return ending === '' ? filesAt(inner, problems, depth + 1) : [];
      return endings.includes(ending) ? [inner] : [];
    });
}

function warnOfHidden(path: string, hidden: readonly string[], problems: Problems): void {
  problems.warn('inventory.unused-file', `${hidden.join(' and ')} beside it is not read`, {
    location: { file: path, line: 1 },
    hint: `Ansible reads the first of name, ${endings.slice(1).join(', ')}; move all of them into a folder`,
  });
}

/** A file whose name is almost that of a group or host is probably meant for it. */
function warnOfUnused(
  folder: string,
  kind: Kind,
  entries: readonly string[],
  names: readonly string[],
  problems: Problems,
): void {
  for (const entry of entries) {
    const name = endings.includes(extname(entry))
      ? entry.slice(0, entry.length - extname(entry).length)
      : entry;
    const nearest = entry.startsWith('.') || entry.endsWith('~') ? undefined : findNearest(name, names, 2);
    if (nearest === undefined) continue;
    problems.warn('inventory.unused-file', `there is no ${kind} ${name}: this is not read`, {
      location: { file: join(folder, entry), line: 1 },
      hint: `did you mean '${nearest}'?`,
    });
  }
}

async function readInto(
  variables: Map<string, Variable>,
  file: string,
  owner: string,
  context: VariableFilesContext,
): Promise<void> {
  const { problems, vault, note } = context;
  const text = readInventoryFile(file);
  if (text === undefined) return;
  note(file);
  const { text: clear, isConfidential } = decryptFile(text, file, vault);
  const root = await readYaml(clear, file, problems);
  if (root === null || root === '' || root === false || root === 0) return;
  if (!(root instanceof YamlHash)) {
    problems.add('inventory.form', `a file of variables is a hash, not ${describeKind(root)}`, {
      location: { file, line: 1 },
      hint: 'write one variable per line: name: value',
    });
    return;
  }
  for (const [name, { value, location }] of root.members) {
    if (name === 'ansible_group_priority') {
      problems.add('inventory.priority', 'ansible_group_priority has no effect in a file of variables', {
        location,
        hint: 'set it in the inventory itself, among the variables of the group',
      });
    }
    variables.set(
      name,
      createVariable(name, toRawValue(value), { location, owner }, problems, isConfidential),
    );
  }
}
