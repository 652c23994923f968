import type { Document, LineCounter, Node, Pair, YAMLMap } from 'yaml';
import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import type { Place } from '../../errors/place.js';
import type { Located, Member } from './located.js';

type Yaml = typeof import('yaml');

/**
 * Reads YAML, and keeps where everything stands. All that is wrong with its form is said at once.
 * @throws {GlanceApplyError}
 */
export async function readYaml(text: string, file: string): Promise<Located> {
  // Loaded here: whoever runs a manifest in TypeScript never needs it.
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
  });
  if (document.errors.length > 0) {
    // The parser repeats itself where one missing bracket leaves several collections open.
    const distinct = new Map(document.errors.map((error) => [`${error.pos[0]} ${error.message}`, error]));
    throw new GlanceApplyError(
      [...distinct.values()].map((error) =>
        problem('yaml.form', `this is no valid YAML: ${firstLine(error.message)}`, {
          place: placeAt(error.pos[0], lines, file),
        }),
      ),
    );
  }
  return new Reader(yaml, document, lines, file).locate(document.contents);
}

class Reader {
  constructor(
    private readonly yaml: Yaml,
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly file: string,
  ) {}

  locate(node: Node | null): Located {
    const { yaml, document } = this;
    const resolved = yaml.isAlias(node) ? (node.resolve(document) ?? null) : node;
    return {
      value: resolved === null ? null : resolved.toJS(document),
      place: this.#placeOf(node),
      members: yaml.isMap(resolved) ? this.#members(resolved) : undefined,
      items: yaml.isSeq(resolved)
        ? resolved.items.map((item) => this.locate(item as Node | null))
        : undefined,
    };
  }

  /** What a hash says itself, and what it takes over from others with `<<`. */
  #members(map: YAMLMap): Member[] {
    const own: Member[] = [];
    const merged: Member[] = [];
    for (const { key, value } of map.items as readonly Pair<Node, Node | null>[]) {
      const name = this.yaml.isScalar(key) ? this.#nameOf(key.value) : String(key);
      const located = this.locate(value);
      if (name === '<<')
        merged.push(...(located.members ?? located.items?.flatMap((item) => item.members ?? []) ?? []));
      else own.push({ key: name, place: this.#placeOf(key), value: located });
    }
    const said = new Set(own.map((member) => member.key));
    return [...own, ...merged.filter(({ key }) => !said.has(key) && said.add(key))];
  }

  /** The library knows the merge key as a symbol of its own. */
  #nameOf(key: unknown): string {
    return typeof key === 'symbol' ? '<<' : String(key);
  }

  #placeOf(node: Node | null): Place | undefined {
    return node?.range ? placeAt(node.range[0], this.lines, this.file) : undefined;
  }
}

function placeAt(offset: number, lines: LineCounter, file: string): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
