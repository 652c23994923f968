import { ensureDefined } from '../../errors/ensure-defined.js';
import type { ConfigDocument, Section } from './config-document.js';
import { osloSyntax } from './oslo-syntax.js';
import { type Cut, cutSetting, findCommentText, indentOf } from './syntax.js';

/** The separator of name and value if the file does not have a style. */
const SEPARATOR = '=';

/** The position of a new setting. */
export interface Position {
  /** The line before it; -1 is the top. */
  readonly after: number;
  /** The commented sample of the setting, if there is one before it. */
  readonly sample: number | undefined;
}

/** Finds positions for new settings and sections. Each line is read a few times at most, regardless of the number of calls. */
export class Placement {
  readonly #samples = new Map<Section, ReadonlyMap<string, number>>();
  readonly #ends = new Map<Section, number>();
  readonly #indents = new Map<Section, string>();
  readonly #gapIndents = new Map<number, string>();
  #following: readonly number[] | undefined;
  #style: string | null | undefined;

  constructor(private readonly document: ConfigDocument) {}

  /** Finds the position after the first commented sample of the setting, else at the end of the section. */
  settingIn(section: Section, setting: string): Position {
    const sample = this.#samplesOf(section).get(setting);
    if (sample === undefined) return { after: this.#endOf(section), sample };
    // A sample may be between the lines of another setting's value, which must not be split.
    const open = this.document.openItems[sample] ?? -1;
    return { after: Math.max(sample, this.document.lastLines.get(open) ?? -1), sample };
  }

  /**
   * Finds the line before a new section's header: the end of the file; for DEFAULT the top, after the introductory
   * comment.
   */
  newSection(name: string): number {
    const { kinds } = this.document;
    const first = kinds.indexOf('header');
    if (name !== 'DEFAULT' || first < 0) return kinds.length - 1;
    let top = first;
    while (kinds[top - 1] === 'comment') top -= 1;
    return (top === 0 ? first : top) - 1;
  }

  /**
   * Finds the indentation of a setting after a line. It must neither make the setting part of the value above nor make the
   * line below part of its value; so all lines that are added between two lines have the same one. The least indentation of
   * the section is used if possible.
   */
  indentAfter(line: number, section: Section): string {
    const below = this.#followingLine(line);
    const known = this.#gapIndents.get(below);
    if (known !== undefined) return known;
    const { kinds, openItems } = this.document;
    const above = openItems[line] ?? -1;
    let indent = this.#indentOf(section);
    if (above >= 0) indent = shorter(indent, this.#indentAt(above));
    if (below < kinds.length && kinds[below] !== 'blank') indent = longer(indent, this.#indentAt(below));
    this.#gapIndents.set(below, indent);
    return indent;
  }

  /** Finds the separator that most settings of the file have; without settings, that of the sample. */
  separator(sample: number | undefined): string {
    if (this.#style === undefined) this.#style = this.#commonStyle() ?? null;
    if (this.#style !== null) return this.#style;
    const body = sample === undefined ? '' : this.document.body(sample);
    const cut = sample === undefined ? undefined : sampleCut(body);
    return cut === undefined ? SEPARATOR : styleOf(body, cut);
  }

  #commonStyle(): string | undefined {
    const counts = new Map<string, number>();
    for (const { settings } of this.document.sections.values()) {
      for (const line of [...settings.values()].flat()) {
        const body = this.document.body(line);
        const cut = this.document.cutAt(line);
        if (cut === undefined || cut.valueStart === body.length) continue;
        const style = styleOf(body, cut);
        counts.set(style, (counts.get(style) ?? 0) + 1);
      }
    }
    let common: string | undefined;
    for (const [style, count] of counts) if (count > (counts.get(common ?? '') ?? 0)) common = style;
    return common;
  }

  #samplesOf(section: Section): ReadonlyMap<string, number> {
    let samples = this.#samples.get(section) as Map<string, number> | undefined;
    if (samples !== undefined) return samples;
    samples = new Map();
    for (const { header, end } of section.ranges) {
      for (let line = header + 1; line < end; line += 1) {
        if (this.document.kinds[line] !== 'comment') continue;
        const body = this.document.body(line);
        const cut = sampleCut(body);
        if (cut === undefined) continue;
        const name = body.slice(findCommentText(body), cut.nameEnd);
        if (!samples.has(name)) samples.set(name, line);
      }
    }
    this.#samples.set(section, samples);
    return samples;
  }

  /** The last line of a section, before blank lines and a comment about the next section. */
  #endOf(section: Section): number {
    let last = this.#ends.get(section);
    if (last !== undefined) return last;
    const { kinds } = this.document;
    const { end } = section.ranges[0] ?? { end: kinds.length };
    last = end - 1;
    // The loops end at the header, which is neither a comment nor blank, or before the first line.
    if (end < kinds.length) {
      let above = last;
      while (kinds[above] === 'comment') above -= 1;
      if (kinds[above] === 'blank') last = above;
    }
    while (kinds[last] === 'blank') last -= 1;
    this.#ends.set(section, last);
    return last;
  }

  #indentOf(section: Section): string {
    let indent = this.#indents.get(section);
    if (indent === undefined) {
      for (const lines of section.settings.values()) {
        for (const line of lines) indent = shorter(indent ?? this.#indentAt(line), this.#indentAt(line));
      }
      indent ??= '';
      this.#indents.set(section, indent);
    }
    return indent;
  }

  #indentAt(line: number): string {
    const body = this.document.body(line);
    return body.slice(0, indentOf(body));
  }

  /** The next line that is not a comment; the number of lines if there is none. */
  #followingLine(line: number): number {
    if (this.#following === undefined) {
      const { kinds } = this.document;
      const following = new Array<number>(kinds.length + 1).fill(kinds.length);
      for (let at = kinds.length - 1; at >= 0; at -= 1) {
        following[at] = kinds[at] === 'comment' ? ensureDefined(following[at + 1]) : at;
      }
      this.#following = following;
    }
    return this.#following[line + 1] ?? this.document.kinds.length;
  }
}

function sampleCut(body: string): Cut | undefined {
  return cutSetting(body, findCommentText(body), osloSyntax);
}

/** The separator of name and value, with one space for any white space. */
function styleOf(body: string, { nameEnd, valueStart }: Cut): string {
  return body.slice(nameEnd, valueStart).replace(/[ \t]+/g, ' ');
}

function shorter(one: string, other: string): string {
  return other.length < one.length ? other : one;
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}
