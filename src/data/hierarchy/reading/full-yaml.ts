import type { Alias, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import { AliasProblem, YamlAliases } from '../../yaml-aliases.js';
import { YamlDocument } from '../../yaml-document.js';
import type { DataDocument } from './document.js';
import { readJsonScalar } from './read-json-scalar.js';
import { readPsychScalar } from './read-psych-scalar.js';
import { UnsupportedScalar } from './unsupported-scalar.js';

/**
 * Reads any YAML, or JSON, as Psych does, and reports all problems at once.
 * @throws {GlanceApplyError} with the location of each problem.
 */
export async function readFullYaml(
  text: string,
  file: string,
  form: 'yaml' | 'json' = 'yaml',
): Promise<DataDocument> {
  const parsed = await YamlDocument.parse(
    text,
    file,
    (message, location) =>
      problem('data.syntax', `invalid ${form === 'yaml' ? 'YAML' : 'JSON'}: ${message}`, {
        location,
        hint: findHint(message),
      }),
    {
      schema: 'failsafe',
      merge: false,
      // The library compares every pair of keys; the conversion below detects duplicates faster.
      uniqueKeys: false,
    },
  );
  return new Conversion(parsed, file, form).run();
}

class Conversion {
  readonly #problems: Diagnostic[] = [];
  readonly #hashes = new WeakMap<object, SourceLocation>();
  readonly #locations = new Map<string, SourceLocation>();
  readonly #aliases = new YamlAliases<unknown>();

  constructor(
    private readonly parsed: YamlDocument,
    private readonly file: string,
    private readonly form: 'yaml' | 'json',
  ) {}

  run(): DataDocument {
    const { contents } = this.parsed.document;
    const value = contents === null ? null : this.#convert(contents);
    if (this.#problems.length > 0) throw new GlanceApplyError(this.#problems);
    // An empty file is valid.
    const root = value === null || value === false ? new Map<string, unknown>() : value;
    if (!(root instanceof Map)) {
      throw new GlanceApplyError(
        problem('data.form', 'a data file must contain a hash of keys and values', {
          location: this.#locationOf(contents) ?? { file: this.file, line: 1 },
          hint: 'write `key: value`, one per line',
        }),
      );
    }
    return { root, locations: this.#locations, hashes: this.#hashes, mayBeEncrypted: true };
  }

  #convert(node: Node | null): unknown {
    if (node === null) return null;
    if (this.parsed.yaml.isAlias(node)) return this.#alias(node);
    return this.#aliases.convert(node, () =>
      this.parsed.yaml.isMap(node)
        ? this.#hash(node as YAMLMap<Node, Node | null>)
        : this.parsed.yaml.isSeq(node)
          ? this.#list(node as YAMLSeq<Node | null>)
          : this.#scalar(node),
    );
  }

  #alias(alias: Alias): unknown {
    try {
      return this.#aliases.resolve(alias);
    } catch (error) {
      if (!(error instanceof AliasProblem)) throw error;
      if (!error.excessive) return this.#addProblem('data.alias', error.message, alias);
      throw new GlanceApplyError(
        problem('data.alias', error.message, {
          location: this.#locationOf(alias),
          hint: 'write the values out, or check where the file is from',
        }),
      );
    }
  }

  #hash(map: YAMLMap<Node, Node | null>): Map<string, unknown> {
    const outermost = map === this.parsed.document.contents;
    const hash = new Map<string, unknown>();
    const location = this.#locationOf(map);
    if (location !== undefined) this.#hashes.set(hash, location);
    this.#refuseTag(map);
    const keyNodes = new Map<string, Node>();
    for (const { key: keyNode, value: valueNode } of map.items) {
      const key = this.#key(keyNode);
      if (key === '<<' && this.form === 'yaml') {
        this.#mergeInto(hash, valueNode);
        continue;
      }
      const first = keyNodes.get(key);
      if (first !== undefined) this.#addDuplicateKey(key, keyNode, first);
      keyNodes.set(key, keyNode);
      const keyLocation = outermost ? this.#locationOf(keyNode) : undefined;
      if (keyLocation !== undefined) this.#locations.set(key, keyLocation);
      hash.set(key, this.#convert(valueNode));
    }
    return hash;
  }

  /** As in Psych, `<<` overrides the keys above it and is overridden by the keys below. */
  #mergeInto(hash: Map<string, unknown>, node: Node | null): void {
    const value = this.#convert(node);
    const sources = value instanceof Map ? [value] : Array.isArray(value) ? value.toReversed() : [undefined];
    for (const source of sources) {
      if (!(source instanceof Map)) {
        this.#addProblem('data.merge-key', '<< needs a hash or a list of hashes', node);
        return;
      }
      for (const [key, one] of source) {
        hash.set(key, one);
        const location = this.#locationOf(node);
        if (location !== undefined && !this.#locations.has(key)) this.#locations.set(key, location);
      }
    }
  }

  #list(list: YAMLSeq<Node | null>): unknown[] {
    this.#refuseTag(list);
    return list.items.map((item) => this.#convert(item));
  }

  #key(node: Node | null): string {
    if (node === null) return '';
    if (!this.parsed.yaml.isScalar(node) && !this.parsed.yaml.isAlias(node)) {
      this.#addProblem('data.key', 'a key must be a string or a number', node);
      return '';
    }
    const { value } = this.parsed.yaml.isScalar(node) ? node : { value: this.#alias(node) };
    // Ruby symbols as keys count as strings, which old hiera.yaml files and data in their style rely on.
    if (typeof value === 'string' && /^:./.test(value) && !isQuoted(node))
      return value.slice(1).replace(/^(["'])(.*)\1$/, '$2');
    const key = this.parsed.yaml.isScalar(node) ? this.#scalar(node) : value;
    return key === null ? '' : String(key);
  }

  #scalar(node: Scalar): unknown {
    const text = typeof node.value === 'string' ? node.value : '';
    const { tag } = node;
    if (tag === '!' || tag === '!str' || tag === 'tag:yaml.org,2002:str') return text;
    if (tag === 'tag:yaml.org,2002:binary' || tag === '!binary')
      return Buffer.from(text, 'base64').toString();
    if (tag !== undefined && this.#refuseTag(node)) return null;
    if (isQuoted(node)) return text;
    try {
      return this.form === 'yaml' ? readPsychScalar(text) : readJsonScalar(text);
    } catch (error) {
      if (!(error instanceof UnsupportedScalar)) throw error;
      return this.#addProblem('data.scalar', error.message, node, error.hint);
    }
  }

  /** Tags that create Ruby objects, sets, ordered maps or timestamps are not supported; Psych ignores all others. */
  #refuseTag(node: Node & { tag?: string | undefined }): boolean {
    const { tag } = node;
    if (tag === undefined || !/^!ruby\/|^(?:!|tag:yaml\.org,2002:)(?:set|omap|timestamp)$/.test(tag))
      return false;
    this.#addProblem('data.tag', `data must not contain the tag ${tag}`, node, 'write a plain value');
    return true;
  }

  #addDuplicateKey(key: string, again: Node, first: Node): void {
    this.#problems.push(
      problem('data.duplicate', `duplicate key '${key}'`, {
        location: this.#locationOf(again),
        related: [{ message: 'first defined', location: this.#locationOf(first) }],
        confidential: true,
        hint: 'Ruby silently uses the last one; remove one of them',
      }),
    );
  }

  #addProblem(code: Diagnostic['code'], message: string, node: Node | null, hint?: string): null {
    this.#problems.push(
      problem(code, message, { location: this.#locationOf(node) ?? { file: this.file, line: 1 }, hint }),
    );
    return null;
  }

  #locationOf(node: Node | null): SourceLocation | undefined {
    return this.parsed.locationOf(node);
  }
}

function isQuoted(node: Node): boolean {
  const { type } = node as Scalar;
  return type !== undefined && type !== 'PLAIN';
}

function findHint(message: string): string | undefined {
  if (/tab/i.test(message)) return 'indent YAML with spaces only';
  if (/reserved character|Unexpected (?:scalar|flow)|directive/i.test(message)) {
    return "quote values that begin with % or another special character: '%{facts.os.family}'";
  }
  return undefined;
}
