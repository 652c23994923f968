import type { Alias, Node, Pair, YAMLMap } from 'yaml';
import { MAX_VALUES } from '../../data/hierarchy/count-values.js';
import { MAX_DEPTH } from '../../data/nesting.js';
import { YamlDocument } from '../../data/yaml-document.js';
import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';
import type { LocatedMember, LocatedValue } from './located-value.js';

/**
 * Parses YAML and keeps the source location of every value. All syntax errors are reported at once.
 * @param toProblem Creates the diagnostic of a syntax error.
 * @throws {GlanceApplyError}
 */
export async function readYaml(
  text: string,
  file: string,
  toProblem = (message: string, location: SourceLocation) =>
    problem('yaml.form', `this is not valid YAML: ${message}`, { location }),
): Promise<LocatedValue> {
  const parsed = await YamlDocument.parse(text, file, toProblem, { merge: true });
  return new Reader(parsed).read();
}

class Reader {
  #values = 0;
  readonly #anchors = new Map<string, Node>();

  constructor(private readonly parsed: YamlDocument) {}

  read(): LocatedValue {
    return this.locate(this.parsed.document.contents, 0);
  }

  /** Remembers an anchor: the YAML library would search the whole document for each alias. */
  #rememberAnchor(node: Node | null): void {
    const { anchor } = node ?? {};
    if (node !== null && anchor !== undefined) this.#anchors.set(anchor, node);
  }

  /**
   * Refuses an alias. The document itself is not nested too deeply, so the alias must refer to itself or expand to too
   * many values.
   */
  #refuseAliases(node: Node | null): never {
    throw new GlanceApplyError(
      problem('yaml.alias', `aliases expand this file to more than ${MAX_VALUES} values, or without end`, {
        location: this.#locationOf(node),
        hint: 'write the values out, or check where the file comes from',
      }),
    );
  }

  #resolveAlias(alias: Alias): Node {
    const node = this.#anchors.get(alias.source);
    if (node !== undefined) return node;
    throw new GlanceApplyError(
      problem('yaml.alias', `the anchor &${alias.source} does not exist before this alias`, {
        location: this.#locationOf(alias),
      }),
    );
  }

  locate(node: Node | null, depth: number): LocatedValue {
    const { yaml, document } = this.parsed;
    this.#values += 1;
    if (this.#values > MAX_VALUES || depth > MAX_DEPTH) this.#refuseAliases(node);
    if (!yaml.isAlias(node)) this.#rememberAnchor(node);
    const resolved = yaml.isAlias(node) ? this.#resolveAlias(node) : node;
    const location = this.#locationOf(node);
    // Built from the members: the YAML library would traverse all of them again at each level.
    if (yaml.isMap(resolved)) {
      const members = this.#members(resolved, depth);
      const value = Object.fromEntries(members.map((member) => [member.key, member.value.value]));
      return { value, location, members, items: undefined };
    }
    if (yaml.isSeq(resolved)) {
      const items = resolved.items.map((item) => this.locate(item as Node | null, depth + 1));
      return { value: items.map(({ value }) => value), location, members: undefined, items };
    }
    const value: unknown = resolved === null ? null : resolved.toJS(document);
    return { value, location, members: undefined, items: undefined };
  }

  /** Returns the members of a hash itself, and those that it merges from others with `<<`. */
  #members(map: YAMLMap, depth: number): LocatedMember[] {
    const own: LocatedMember[] = [];
    const merged: LocatedMember[] = [];
    for (const { key, value } of map.items as readonly Pair<Node, Node | null>[]) {
      const name = this.parsed.yaml.isScalar(key) ? this.#nameOf(key.value) : String(key);
      this.#rememberAnchor(key);
      const located = this.locate(value, depth + 1);
      if (name === '<<') merged.push(...this.#mergedMembers(located, key));
      else own.push({ key: name, location: this.#locationOf(key), value: located });
    }
    const declaredKeys = new Set(own.map((member) => member.key));
    return [...own, ...merged.filter(({ key }) => !declaredKeys.has(key) && declaredKeys.add(key))];
  }

  /** Returns the members that `<<` merges. */
  #mergedMembers(from: LocatedValue, key: Node): LocatedMember[] {
    return (from.items ?? [from]).flatMap(({ members, location }) => {
      if (members !== undefined) return members;
      throw new GlanceApplyError(
        problem('yaml.form', '<< takes over a hash or a list of hashes', {
          location: location ?? this.#locationOf(key),
        }),
      );
    });
  }

  /** Returns the name of a key. The YAML library represents the merge key as a symbol. */
  #nameOf(key: unknown): string {
    return typeof key === 'symbol' ? '<<' : String(key);
  }

  #locationOf(node: Node | null): SourceLocation | undefined {
    return this.parsed.locationOf(node);
  }
}
