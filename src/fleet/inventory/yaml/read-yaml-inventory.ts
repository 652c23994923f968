import { didYouMean } from '../../../errors/nearest.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import type { GroupEntry, InventoryModel } from '../model/inventory-model.js';
import { expandHostPattern } from '../names/expand-host-pattern.js';
import type { Problems } from '../problems.js';
import { describeKind, toRawValue, YamlHash, type YamlMember, type YamlValue } from './yaml-value.js';

const sections = ['hosts', 'children', 'vars'] as const;

/** Reads the groups of an inventory in YAML into a model, as Ansible's plugin `yaml` does. */
export function readYamlInventory(root: YamlValue, file: string, model: InventoryModel): void {
  if (root === null) return;
  if (!(root instanceof YamlHash)) {
    model.problems.add('inventory.form', `an inventory is a hash of groups, not ${describeKind(root)}`, {
      location: { file, line: 1 },
      hint: 'begin with all:, and write hosts:, children: and vars: below',
    });
    return;
  }
  const plugin = root.members.get('plugin');
  if (plugin !== undefined && plugin.value !== null) {
    refusePlugin(plugin, model.problems);
    return;
  }
  const reader = new YamlInventoryReader(model);
  for (const [name, member] of root.members) reader.group(name, member);
}

function refusePlugin({ value, location }: YamlMember, problems: Problems): void {
  problems.add('inventory.plugin', `this file configures the inventory plugin ${String(value)} of Ansible`, {
    location,
    hint: 'use a program that prints its inventory: exec ansible-inventory -i THIS-FILE --list',
  });
}

class YamlInventoryReader {
  constructor(private readonly model: InventoryModel) {}

  /** Returns undefined for a group that is not valid. */
  group(name: string, member: YamlMember): GroupEntry | undefined {
    const { value, location } = member;
    if (!this.#isName('group', name, member)) return undefined;
    if (value !== null && !(value instanceof YamlHash)) {
      this.#refuseForm(`the group ${name}`, value, location, 'write hosts:, children: or vars: below it');
      return undefined;
    }
    const group = this.model.addGroup(name, location);
    for (const [key, section] of value?.members ?? []) this.#section(group, key, section);
    return group;
  }

  #section(group: GroupEntry, key: string, { value, location }: YamlMember): void {
    const kind = sections.find((one) => one === key);
    if (kind === undefined) {
      this.model.problems.add('inventory.section', `the group ${group.name} has an unknown key '${key}'`, {
        location,
        hint: didYouMean(key, sections) ?? 'a group contains hosts, children and vars',
      });
      return;
    }
    if (value === null) return;
    const members = this.#members(value, location);
    if (members === undefined) {
      this.#refuseForm(`'${key}' of the group ${group.name}`, value, location, `write ${EXAMPLES[kind]}`);
      return;
    }
    for (const [name, member] of members) {
      if (kind === 'vars') this.model.setVariable(group, name, toRawValue(member.value), member.location);
      else if (kind === 'children') this.#child(group, name, member);
      else this.#host(group, name, member);
    }
  }

  /** A single name stands for a hash with this key. */
  #members(value: YamlValue, location: SourceLocation): ReadonlyMap<string, YamlMember> | undefined {
    if (typeof value === 'string') return new Map([[value, { location, isString: true, value: null }]]);
    return value instanceof YamlHash ? value.members : undefined;
  }

  #child(group: GroupEntry, name: string, member: YamlMember): void {
    const child = this.group(name, member);
    if (child !== undefined) this.model.addChild(group, child, member.location);
  }

  #host(group: GroupEntry, name: string, member: YamlMember): void {
    const { value, location } = member;
    if (!this.#isName('host', name, member)) return;
    const hasVariables = value instanceof YamlHash;
    if (!hasVariables && value !== null) {
      this.#refuseForm(`the host ${name}`, value, location, 'write its variables below it, as name: value');
      return;
    }
    const entry = this.model.problems.catch(location, () => expandHostPattern(name));
    for (const one of entry?.names ?? []) {
      const insteadOfHost = `write it under children: of ${group.name} instead of hosts:`;
      const host = this.model.addHost(one, group, { location, port: entry?.port, insteadOfHost });
      for (const [variable, { value: set, location: at }] of value?.members ?? [])
        this.model.setVariable(host, variable, toRawValue(set), at);
    }
  }

  #isName(kind: 'group' | 'host', name: string, { isString, location }: YamlMember): boolean {
    if (isString && name !== '') return true;
    this.model.problems.add('inventory.form', `the name of a ${kind} is not a string: ${name}`, {
      location,
      hint: `quote it: "${name}":`,
    });
    return false;
  }

  #refuseForm(what: string, value: YamlValue, location: SourceLocation, hint: string): void {
    const form = `${what} is ${describeKind(value)}, and must be a hash`;
    this.model.problems.add('inventory.form', form, { location, hint });
  }
}

const EXAMPLES = {
  hosts: 'one host per line with a colon, without a dash: db01:',
  children: 'one group per line with a colon, without a dash: web:',
  vars: 'one variable per line, without a dash: name: value',
} as const;
