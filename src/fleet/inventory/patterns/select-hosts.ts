import { raise } from '../../../errors/glance-apply-error.js';
import { didYouMean } from '../../../errors/nearest.js';
import type { Inventory, InventoryHost } from '../inventory.js';
import { localNames } from '../model/build-inventory.js';
import { readInventoryFile } from '../sources/read-inventory-file.js';
import { matchNames } from './match-names.js';
import { type PatternElement, parseElement, type Slice } from './pattern-element.js';
import { splitPattern } from './split-pattern.js';

/**
 * Selects hosts as `ansible PATTERN` and `--limit` do: names of hosts and groups, separated by commas or colons;
 * `!name` excludes, `&name` intersects; `*`, `?` and `[a-f]` are wildcards; `~` begins a regular expression; `web[0]`
 * and `web[0:2]` select from the hosts of a group, both ends included; `@file` reads one element per line.
 * @returns each host once, in the order of the pattern.
 * @throws {GlanceApplyError} `inventory.no-match` if an element, or the whole pattern, selects nothing.
 */
export function selectHosts(inventory: Inventory, pattern: string): readonly InventoryHost[] {
  const isKnown = (name: string) => inventory.hosts.has(name) || inventory.groups.has(name);
  const elements = splitPattern(pattern, isKnown).flatMap(readElement);
  if (elements.length === 0) {
    return raise('inventory.pattern', 'a pattern without a name selects no host', {
      hint: "write names of hosts and groups, or 'all'",
    });
  }
  const selected = combine(new Matcher(inventory), elements);
  if (selected.size > 0) return [...selected];
  return raise('inventory.no-match', `the pattern '${pattern}' selects no host`, {
    hint:
      inventory.hosts.size === 0
        ? 'the inventory contains no host'
        : 'no host is in all groups that it names, or all of them are excluded',
  });
}

/** Additions come first, then intersections, then exclusions, in whatever order they are written. */
function combine(matcher: Matcher, elements: readonly PatternElement[]): Set<InventoryHost> {
  const added = elements.filter(({ kind }) => kind === 'add');
  const selected = new Set(
    (added.length === 0 ? [parseElement('all')] : added).flatMap((element) => matcher.match(element)),
  );
  for (const element of elements.filter(({ kind }) => kind === 'keep')) {
    const kept = new Set(matcher.match(element));
    for (const host of selected) if (!kept.has(host)) selected.delete(host);
  }
  for (const element of elements.filter(({ kind }) => kind === 'remove')) {
    for (const host of matcher.match(element)) selected.delete(host);
  }
  return selected;
}

function readElement(written: string): PatternElement[] {
  if (!written.startsWith('@')) return [parseElement(written)];
  const file = written.slice(1);
  const text = readInventoryFile(file);
  if (text === undefined) {
    return raise('inventory.missing', `the file ${file} of the pattern '${written}' does not exist`, {
      hint: 'it contains one host, group or pattern per line',
    });
  }
  return text.split('\n').flatMap((line, index) => {
    const content = line.trim();
    const location = { file, line: index + 1, column: line.length - line.trimStart().length + 1 };
    return content === '' || content.startsWith('#') ? [] : [parseElement(content, location)];
  });
}

class Matcher {
  readonly #hostNames: readonly string[];
  readonly #groupNames: readonly string[];

  constructor(private readonly inventory: Inventory) {
    this.#hostNames = [...inventory.hosts.keys()];
    this.#groupNames = [...inventory.groups.keys()];
  }

  /** @throws {GlanceApplyError} if the element selects neither a host nor an empty group. */
  match(element: PatternElement): readonly InventoryHost[] {
    const { hosts } = this.inventory;
    const exact = element.kind === 'add' ? hosts.get(element.written) : undefined;
    if (exact !== undefined) return [exact];
    const groups = matchNames(element, this.#groupNames);
    const names = groups.flatMap((name) => this.inventory.groups.get(name)?.hosts ?? []);
    if (groups.length === 0 || /^~|[.?*[]/.test(element.expression))
      names.push(...matchNames(element, this.#hostNames));
    const found = names.flatMap((name) => hosts.get(name) ?? []);
    if (found.length > 0) return slice(found, element);
    if (localNames.includes(element.expression)) return slice([this.inventory.localhost], element);
    if (groups.length > 0 && element.slice === undefined) return [];
    return this.#refuse(element);
  }

  #refuse({ written, expression, slice: part, location }: PatternElement): never {
    const meaning =
      part === undefined ? '' : `, of whose hosts [${written.split('[').at(-1)} would select a part`;
    return raise('inventory.no-match', `no host or group matches '${expression}'${meaning}`, {
      location,
      hint:
        (/\[:\d+\]$/.test(expression) ? 'a part of a group needs a begin: [0:2]' : undefined) ??
        didYouMean(expression, [...this.#groupNames, ...this.#hostNames]) ??
        (/[:\s]/.test(expression) ? 'beside commas, neither colons nor spaces separate names' : undefined) ??
        `the groups are ${this.#listGroups()}`,
    });
  }

  #listGroups(): string {
    const shown = this.#groupNames.slice(0, 10);
    const more = this.#groupNames.length - shown.length;
    return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  }
}

function slice(hosts: readonly InventoryHost[], element: PatternElement): readonly InventoryHost[] {
  if (element.slice === undefined) return hosts;
  const found = takeSlice(hosts, element.slice);
  if (found.length > 0) return found;
  return raise(
    'inventory.no-match',
    `'${element.written}' selects no host: '${element.expression}' has ${hosts.length}, counted from 0`,
    {
      location: element.location,
      hint: 'in a pattern, brackets select from the hosts of a group, and not a range of names',
    },
  );
}

function takeSlice(hosts: readonly InventoryHost[], { begin, end }: Slice): readonly InventoryHost[] {
  if (end !== undefined) return hosts.slice(begin, end + 1);
  const host = hosts.at(begin);
  return host === undefined ? [] : [host];
}
