import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { AliasProblem, YamlAliases } from '../../../data/yaml-aliases.js';
import { YamlDocument } from '../../../data/yaml-document.js';
import { problem } from '../../../errors/diagnostic.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import type { Problems } from '../problems.js';
import { tooLargeInteger, UnsupportedValue } from '../unsupported-value.js';
import { EncryptedValue } from '../variables/encrypted-value.js';
import { LiteralText } from '../variables/raw-value.js';
import { readScalar, scalarTags } from './read-scalar.js';
import { YamlHash, type YamlMember, type YamlValue } from './yaml-value.js';

/**
 * Reads YAML 1.1 as Ansible does, which uses PyYAML, or JSON if the text is JSON. Problems with values are added to
 * `problems`.
 * @throws {GlanceApplyError} with the syntax errors, or for text that is nested too deeply.
 */
export async function readYaml(text: string, file: string, problems: Problems): Promise<YamlValue> {
  const parsed = await YamlDocument.parse(
    text,
    file,
    (message, location) =>
      problem('inventory.syntax', `invalid YAML: ${message}`, {
        location,
        confidential: true,
        hint: findHint(message),
      }),
    // The conversion below decides on types, merges hashes and detects duplicate keys.
    { schema: 'failsafe', merge: false, uniqueKeys: false },
  );
  const { contents } = parsed.document;
  return contents === null ? null : new Conversion(parsed, file, problems, isJson(text)).convert(contents);
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

class Conversion {
  readonly #aliases = new YamlAliases<YamlValue>();

  constructor(
    private readonly parsed: YamlDocument,
    private readonly file: string,
    private readonly problems: Problems,
    private readonly isJson: boolean,
  ) {}

  convert(node: Node | null): YamlValue {
    if (node === null) return null;
    const { yaml } = this.parsed;
    if (yaml.isAlias(node)) return this.#alias(node);
    return this.#aliases.convert(node, () =>
      yaml.isMap(node)
        ? this.#hash(node as YAMLMap<Node, Node | null>)
        : yaml.isSeq(node)
          ? this.#list(node as YAMLSeq<Node | null>)
          : this.#scalar(node),
    );
  }

  #alias(alias: Alias): YamlValue {
    try {
      return this.#aliases.resolve(alias);
    } catch (error) {
      if (!(error instanceof AliasProblem)) throw error;
      this.problems.add('inventory.alias', error.message, {
        location: this.#locationOf(alias),
        hint: 'write the values out, or check where the file is from',
      });
      if (error.excessive) this.problems.throwIfAny();
      return null;
    }
  }

  #hash(map: YAMLMap<Node, Node | null>): YamlValue {
    const hash = new YamlHash(this.#locationOf(map));
    if (!this.#hasPlainTag(map, 'tag:yaml.org,2002:map')) return null;
    const merged = new Map<string, YamlMember>();
    for (const { key: keyNode, value: valueNode } of map.items) {
      if (!this.isJson && this.#isMergeKey(keyNode)) this.#merge(merged, valueNode);
      else this.#member(hash, keyNode, valueNode);
    }
    // The keys of the hash itself have precedence over merged ones, wherever `<<` stands.
    for (const [key, member] of merged) if (!hash.members.has(key)) hash.members.set(key, member);
    return (this.isJson && this.#fromAnsibleJson(hash)) || hash;
  }

  #member(hash: YamlHash, keyNode: Node, valueNode: Node | null): void {
    const location = this.#locationOf(keyNode);
    const key = this.convert(keyNode);
    if (key instanceof YamlHash || Array.isArray(key) || key instanceof EncryptedValue) {
      this.problems.add('inventory.syntax', 'a key must be a string', { location, hint: 'quote the key' });
      return;
    }
    const name = key instanceof LiteralText ? key.text : String(key);
    const first = hash.members.get(name);
    if (first !== undefined) {
      this.problems.warn('inventory.duplicate', `duplicate key '${name}': the last one counts`, {
        location,
        related: [{ message: 'first defined', location: first.location }],
        hint: 'remove one of them',
      });
    }
    hash.members.set(name, {
      location,
      isString: typeof key === 'string' || key instanceof LiteralText,
      value: this.convert(valueNode),
    });
  }

  /** Adds the keys of merged hashes; of several hashes, the first one has precedence. */
  #merge(merged: Map<string, YamlMember>, node: Node | null): void {
    const value = this.convert(node);
    const sources = value instanceof YamlHash ? [value] : Array.isArray(value) ? value.toReversed() : [null];
    for (const source of sources) {
      if (!(source instanceof YamlHash)) {
        this.problems.add('inventory.merge-key', '<< needs a hash or a list of hashes', {
          location: this.#locationOf(node),
          hint: 'refer to a hash: <<: *common',
        });
        return;
      }
      for (const [key, member] of source.members) merged.set(key, member);
    }
  }

  #list(list: YAMLSeq<Node | null>): YamlValue {
    if (!this.#hasPlainTag(list, 'tag:yaml.org,2002:seq')) return null;
    return list.items.map((item) => this.convert(item));
  }

  #isMergeKey(node: Node | null): boolean {
    return this.parsed.yaml.isScalar(node) && node.value === '<<' && node.type === 'PLAIN';
  }

  #scalar(node: Node): YamlValue {
    const { value, type, tag } = node as Scalar;
    const text = typeof value === 'string' ? value : '';
    try {
      if (tag === '!vault' || tag === '!vault-encrypted') return new EncryptedValue(text);
      if (tag === '!unsafe') return new LiteralText(text);
      if (tag === '!' || tag === 'tag:yaml.org,2002:str') return text;
      if (tag !== undefined) return (scalarTags[tag] ?? this.#refuseTag(tag, node))(text);
      if (type !== undefined && type !== 'PLAIN') return text;
      return this.isJson ? readJsonScalar(text) : readScalar(text);
    } catch (error) {
      if (!(error instanceof UnsupportedValue)) throw error;
      this.problems.add('inventory.value', error.message, {
        location: this.#locationOf(node),
        hint: error.hint,
      });
      return null;
    }
  }

  #hasPlainTag(node: Node & { readonly tag?: string | undefined }, plain: string): boolean {
    if (node.tag === undefined || node.tag === plain || node.tag === '!unsafe') return true;
    this.#refuseTag(node.tag, node);
    return false;
  }

  #refuseTag(tag: string, node: Node): () => null {
    this.problems.add('inventory.tag', `an inventory must not contain the tag ${tag}`, {
      location: this.#locationOf(node),
      hint: 'write a plain value',
    });
    return () => null;
  }

  /** The form in which Ansible writes encrypted values and strings that are not templates into JSON. */
  #fromAnsibleJson({ members }: YamlHash): YamlValue | undefined {
    if (members.size !== 1) return undefined;
    const encrypted = members.get('__ansible_vault')?.value;
    if (typeof encrypted === 'string') return new EncryptedValue(encrypted);
    const literal = members.get('__ansible_unsafe')?.value;
    return typeof literal === 'string' ? new LiteralText(literal) : undefined;
  }

  #locationOf(node: Node | null): SourceLocation {
    return this.parsed.locationOf(node) ?? { file: this.file, line: 1 };
  }
}

function readJsonScalar(text: string): null | boolean | number {
  const value: null | boolean | number = JSON.parse(text);
  if (/^-?\d+$/.test(text) && !Number.isSafeInteger(value)) throw tooLargeInteger(text);
  return value;
}

function findHint(message: string): string | undefined {
  if (/tab/i.test(message)) return 'indent YAML with spaces only';
  if (/flow|nested mapping|implicit/i.test(message))
    return 'quote values that contain {{, : or another special character';
  return undefined;
}
