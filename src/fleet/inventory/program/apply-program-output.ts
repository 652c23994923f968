import { isHash } from '../../../data/is-hash.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import type { GroupEntry, HostEntry, InventoryModel } from '../model/inventory-model.js';
import { tooLargeInteger } from '../unsupported-value.js';
import { EncryptedValue } from '../variables/encrypted-value.js';
import { LiteralText, type RawValue } from '../variables/raw-value.js';

type Hash = Readonly<Record<string, unknown>>;

/**
 * Adds the groups that a program printed to the model, as Ansible's plugin `script` does.
 * @returns the hosts whose variables are still to be asked for; undefined if `_meta.hostvars` contains them.
 */
export function applyProgramOutput(
  output: Hash,
  path: string,
  model: InventoryModel,
): ReadonlySet<HostEntry> | undefined {
  return new OutputReader(path, model).read(output);
}

/** Adds the variables of a host that a program printed. */
export function applyHostVariables(
  host: HostEntry,
  variables: Hash,
  path: string,
  model: InventoryModel,
): void {
  new OutputReader(path, model).variables(host, variables);
}

class OutputReader {
  readonly #location: SourceLocation;
  readonly #hosts = new Set<HostEntry>();

  constructor(
    path: string,
    private readonly model: InventoryModel,
  ) {
    this.#location = { file: path, line: 1, unquoted: true };
  }

  read(output: Hash): ReadonlySet<HostEntry> | undefined {
    for (const [name, value] of Object.entries(output)) if (name !== '_meta') this.#group(name, value);
    const meta = output._meta;
    const all = isHash(meta) && 'hostvars' in meta ? meta.hostvars : undefined;
    if (all === undefined) return this.#hosts;
    if (!isHash(all)) {
      this.#refuse('_meta.hostvars is not a hash of hosts');
      return undefined;
    }
    for (const host of this.#hosts) {
      const own = Object.hasOwn(all, host.name) ? all[host.name] : {};
      if (isHash(own)) this.variables(host, own);
      else this.#refuse(`the variables of the host ${host.name} are not a hash`);
    }
    this.#warnOfUnused(Object.keys(all));
    return undefined;
  }

  variables(owner: GroupEntry | HostEntry, variables: Hash): void {
    for (const [name, value] of Object.entries(variables)) {
      const raw = this.model.problems.catch(this.#location, () => toRaw(value));
      if (raw !== undefined) this.model.setVariable(owner, name, raw, this.#location);
    }
  }

  #group(name: string, value: unknown): void {
    if (name === '') {
      this.#refuse('a group has an empty name');
      return;
    }
    const group = this.model.addGroup(name, this.#location);
    const { hosts, vars, children, ...others } = isHash(value) ? value : { hosts: value };
    if (isHash(value) && hosts === undefined && vars === undefined && children === undefined) {
      // Ansible takes this for a host with variables, in a group of the same name.
      this.#refuse(`the group ${name} has none of hosts, vars and children`);
      return;
    }
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) this.#refuse(`the group ${name} has the unknown key '${unknown}'`);
    for (const host of this.#names(hosts, `hosts of the group ${name}`)) {
      const insteadOfHost = 'print it among the children of the group';
      this.#hosts.add(this.model.addHost(host, group, { location: this.#location, insteadOfHost }));
    }
    for (const child of this.#names(children, `children of the group ${name}`)) {
      this.model.addChild(group, this.model.addGroup(child, this.#location), this.#location);
    }
    if (isHash(vars)) this.variables(group, vars);
    else if (vars !== undefined) this.#refuse(`the vars of the group ${name} are not a hash`);
  }

  #names(value: unknown, what: string): string[] {
    if (value === undefined) return [];
    const names = Array.isArray(value) ? value.filter((one) => typeof one === 'string' && one !== '') : [];
    if (!Array.isArray(value) || names.length < value.length)
      this.#refuse(`the ${what} are not a list of names`);
    return names;
  }

  #warnOfUnused(names: readonly string[]): void {
    const unused = names.filter((name) => !this.model.hosts.has(name));
    if (unused.length === 0) return;
    const [first] = unused;
    const others = unused.length === 1 ? '' : ` and ${unused.length - 1} more`;
    this.model.problems.warn('inventory.unused-host', `_meta.hostvars has ${first}${others} in no group`, {
      location: this.#location,
      hint: 'Ansible ignores such hosts; add them to a group such as all',
    });
  }

  #refuse(message: string): void {
    this.model.problems.add('inventory.form', `the program printed JSON in another form: ${message}`, {
      location: this.#location,
      hint: 'a group is {"hosts": [names], "vars": {…}, "children": [names]}, or a list of hosts',
    });
  }
}

/** Converts a value of JSON, in which a hash with one key may stand for an encrypted value. */
function toRaw(value: unknown): RawValue {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw tooLargeInteger(String(value));
    return value;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(toRaw);
  if (!isHash(value)) throw new TypeError('JSON contains no other values');
  const { __ansible_vault: encrypted, __ansible_unsafe: literal } = value;
  if (typeof encrypted === 'string') return new EncryptedValue(encrypted);
  if (typeof literal === 'string') return new LiteralText(literal);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toRaw(one)]));
}
