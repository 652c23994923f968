import type { PuppetCatalog, PuppetResource } from '../../src/catalog/puppet-format/index.js';

type Graph = Map<string, Set<string>>;

const relations = {
  before: [true, false],
  notify: [true, true],
  require: [false, false],
  subscribe: [false, true],
} as const;

/** What carries no state of the host. */
const ignored = new Set([
  ...Object.keys(relations),
  'tag',
  'alias',
  'loglevel',
  'stage',
  'logoutput',
  'show_diff',
]);

const containers = new Set(['Class', 'Stage', 'Anchor', 'Whit', 'Main', 'Node']);

/** A catalog in Puppet's format, brought into the form in which two of them can be compared. */
export class ComparableCatalog {
  readonly native = new Map<string, PuppetResource>();
  readonly order: Graph = new Map();
  readonly refresh: Graph = new Map();
  readonly #known: ReadonlySet<string>;

  constructor(catalog: Pick<PuppetCatalog, 'resources' | 'edges'>) {
    const resources = new Map(catalog.resources.map((one) => [canonical(`${one.type}[${one.title}]`), one]));
    this.#known = new Set(resources.keys());
    for (const [name, one] of resources) {
      if (!one.type.includes('::') && !containers.has(one.type)) this.native.set(name, one);
    }
    this.#contain(resources.keys(), catalog);
    for (const [name, one] of resources) this.#relate(name, one.parameters ?? {});
  }

  /** The attributes of a native resource that say something of the host, each in one spelling. */
  parameters(name: string): ReadonlyMap<string, string> {
    const resource = this.native.get(name);
    const values = Object.entries(resource?.parameters ?? {}).filter(
      ([key, value]) => !ignored.has(key) && value !== null && !(key === 'name' && value === resource?.title),
    );
    return new Map(values.map(([key, value]) => [key, JSON.stringify(plain(value))]));
  }

  /** The native resources that come after one, through anchors and containers too. */
  after(graph: Graph, start: string): Set<string> {
    const found = new Set<string>();
    const seen = new Set<string>();
    const todo = [...(graph.get(leaving(start)) ?? [])];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      const name = node.slice(1);
      if (node.startsWith('>') && this.native.has(name)) found.add(name);
      todo.push(...(graph.get(node) ?? []));
    }
    return found;
  }

  /** A container begins before its members and ends after them; anything else ends when it has begun. */
  #contain(names: Iterable<string>, { edges }: Pick<PuppetCatalog, 'edges'>): void {
    const members = new Map<string, string[]>();
    for (const { source, target } of edges) {
      const outer = canonical(source);
      members.set(outer, [...(members.get(outer) ?? []), canonical(target)]);
    }
    for (const name of names) {
      for (const graph of [this.order, this.refresh]) {
        for (const member of members.get(name) ?? []) {
          connect(graph, entering(name), entering(member));
          connect(graph, leaving(member), leaving(name));
        }
        if (!members.has(name)) connect(graph, entering(name), leaving(name));
      }
    }
  }

  #relate(name: string, parameters: Readonly<Record<string, unknown>>): void {
    for (const [relation, [forward, refreshes]] of Object.entries(relations)) {
      for (const target of [parameters[relation] ?? []].flat()) {
        const other = this.#resolve(canonical(String(target)));
        const [source, sink] = forward ? [name, other] : [other, name];
        connect(this.order, leaving(source), entering(sink));
        if (refreshes) connect(this.refresh, leaving(source), entering(sink));
      }
    }
  }

  #resolve(reference: string): string {
    if (this.#known.has(reference)) return reference;
    const [type, title] = [
      reference.slice(0, reference.indexOf('[')),
      reference.slice(reference.indexOf('[') + 1, -1),
    ];
    for (const [name, one] of this.native) {
      const { name: called, path, alias } = one.parameters ?? {};
      if (one.type === type && [called, path, alias].flat().includes(title)) return name;
    }
    return reference;
  }
}

const entering = (name: string) => `>${name}`;
const leaving = (name: string) => `<${name}`;

function connect(graph: Graph, from: string, to: string): void {
  const targets = graph.get(from);
  if (targets === undefined) graph.set(from, new Set([to]));
  else targets.add(to);
}

/** `Class[glance::api]` and `Class[Glance::Api]` are one; a native title stays as it is. */
function canonical(text: string): string {
  const match = /^([^[]+)\[([\s\S]*)\]$/.exec(text);
  if (match === null) return text;
  const [, type = '', title = ''] = match;
  const kind = capitalise(type);
  return `${kind}[${kind === 'Class' ? capitalise(title.replace(/^['":]+|['"]+$/g, '')) : title}]`;
}

function capitalise(name: string): string {
  return name
    .split('::')
    .map((segment) => segment.charAt(0).toUpperCase() + segment.slice(1))
    .join('::');
}

/** One spelling for values that mean the same on the host. */
function plain(value: unknown): unknown {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('__ptype' in value && value.__ptype === 'Sensitive' && '__pvalue' in value)
    return plain(value.__pvalue);
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, one]) => [key, plain(one)]));
}
