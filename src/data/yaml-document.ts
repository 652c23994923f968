import type { Document, DocumentOptions, LineCounter, Node, ParseOptions, SchemaOptions } from 'yaml';
import type { Diagnostic } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { SourceLocation } from '../errors/source-location.js';
import { refuseDeepNesting } from './nesting.js';

type Yaml = typeof import('yaml');

/** A parsed YAML file that knows the location of each of its nodes. */
export class YamlDocument {
  private constructor(
    readonly yaml: Yaml,
    readonly document: Document<Node>,
    private readonly lines: LineCounter,
    private readonly file: string,
    /** The length of a byte order mark, which is not parsed. */
    private readonly skipped: number,
  ) {}

  /**
   * Parses YAML.
   * @param toProblem Creates the diagnostic of a syntax error.
   * @throws {GlanceApplyError} with every syntax error, or `data.depth` for text that is nested too deeply.
   */
  static async parse(
    text: string,
    file: string,
    toProblem: (message: string, location: SourceLocation) => Diagnostic,
    options: ParseOptions & DocumentOptions & SchemaOptions = {},
  ): Promise<YamlDocument> {
    await refuseDeepNesting(text, file, 'yaml');
    // Loaded on demand: manifests in TypeScript never need it.
    const yaml = await import('yaml');
    const lines = new yaml.LineCounter();
    const content = text.replace(/^\uFEFF/, '');
    const document = yaml.parseDocument<Node>(content, {
      ...options,
      lineCounter: lines,
      // Pretty errors and warnings quote the file, which may contain passwords.
      prettyErrors: false,
      logLevel: 'error',
    });
    const parsed = new YamlDocument(yaml, document, lines, file, text.length - content.length);
    if (document.errors.length === 0) return parsed;
    // The parser repeats itself if one missing bracket leaves several collections open.
    const distinct = new Map(document.errors.map((error) => [`${error.pos[0]} ${error.message}`, error]));
    throw new GlanceApplyError(
      [...distinct.values()].map(({ message, pos: [offset] }) =>
        toProblem(message.split('\n', 1)[0] ?? message, parsed.#placeAt(offset)),
      ),
    );
  }

  /** Returns the location of a node; undefined if it is not in the text. */
  locationOf(node: Node | null): SourceLocation | undefined {
    return node?.range ? this.#placeAt(node.range[0]) : undefined;
  }

  /** Returns where the value of a node begins and ends in the text; undefined if it is not in the text. */
  rangeOf({ range }: Node): readonly [start: number, end: number] | undefined {
    return range ? [range[0] + this.skipped, range[1] + this.skipped] : undefined;
  }

  #placeAt(offset: number): SourceLocation {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }
}
