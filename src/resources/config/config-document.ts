import { ensureDefined } from '../../errors/ensure-defined.js';
import type { SettingsDocument } from './dialect.js';
import { type Lines, splitLines } from './lines.js';
import { osloSyntax } from './oslo-syntax.js';
import { type Cut, cutSetting, indentOf, isComment, parseSectionHeader } from './syntax.js';

/** The kind of a line. An `item` is a setting or an invalid line; a `continuation` continues its value. */
export type LineKind = 'blank' | 'comment' | 'header' | 'item' | 'continuation';

/** Lines of a section: from its header (-1 before the first one) up to, not including, `end`. */
export interface Range {
  readonly header: number;
  end: number;
}

/** A section, with all its ranges in the file. */
export interface Section {
  readonly name: string;
  readonly ranges: Range[];
  /** The lines of each setting, in the order of the file. */
  readonly settings: Map<string, number[]>;
}

/**
 * A parsed configuration file. The rules are those of oslo.config and Python's configparser together: a line that is
 * indented deeper than the setting above it continues that setting's value; comments between them do not end it, a blank
 * line does. Settings before any section are in the section ''.
 */
export class ConfigDocument implements SettingsDocument {
  readonly lines: Lines;
  readonly kinds: LineKind[] = [];
  /** For each line the item whose value a deeper line after it would continue; -1 for none. */
  readonly openItems: number[] = [];
  /** For each item the last line of its value. */
  readonly lastLines = new Map<number, number>();
  readonly sections = new Map<string, Section>();

  constructor(text: string) {
    this.lines = splitLines(text);
    this.#read();
  }

  hasSection(name: string): boolean {
    return this.sections.has(name);
  }

  /** All values of a setting, in the order of the file; none if it does not exist. */
  values(section: string, setting: string): string[] {
    return (this.sections.get(section)?.settings.get(setting) ?? []).map((line) => this.valueAt(line));
  }

  /** The value of the setting that begins on a line; continuations are separated by line breaks. */
  valueAt(line: number): string {
    const body = this.body(line);
    let value = body.slice(this.cutAt(line)?.valueStart).trim();
    const last = this.lastLines.get(line) ?? line;
    for (let next = line + 1; next <= last; next += 1) {
      if (this.kinds[next] === 'continuation') value += `\n${this.body(next).trim()}`;
    }
    return value;
  }

  body(line: number): string {
    return this.lines.bodies[line] ?? '';
  }

  /** The positions of name and value of the setting that begins on a line. */
  cutAt(line: number): Cut | undefined {
    const body = this.body(line);
    return cutSetting(body, indentOf(body), osloSyntax);
  }

  #read(): void {
    const { bodies } = this.lines;
    let range: Range = { header: -1, end: bodies.length };
    let section: Section = { name: '', ranges: [range], settings: new Map() };
    this.sections.set('', section);
    let open = -1;
    let openIndent = 0;
    for (let line = 0; line < bodies.length; line += 1) {
      const body = ensureDefined(bodies[line]);
      const indent = indentOf(body);
      const deeper = open >= 0 && indent > openIndent;
      const name = deeper ? undefined : parseSectionHeader(body, indent, osloSyntax);
      if (indent === body.length) {
        this.kinds.push('blank');
        open = -1;
      } else if (name !== undefined) {
        this.kinds.push('header');
        open = -1;
        range.end = line;
        range = { header: line, end: bodies.length };
        section = this.#section(name);
        section.ranges.push(range);
      } else if (isComment(body, indent)) {
        this.kinds.push('comment');
      } else if (deeper) {
        this.kinds.push('continuation');
        this.lastLines.set(open, line);
      } else {
        this.kinds.push('item');
        open = line;
        openIndent = indent;
        const cut = cutSetting(body, indent, osloSyntax);
        if (cut !== undefined) addLine(section, body.slice(indent, cut.nameEnd), line);
      }
      this.openItems.push(open);
    }
  }

  #section(name: string): Section {
    let section = this.sections.get(name);
    if (section === undefined) {
      section = { name, ranges: [], settings: new Map() };
      this.sections.set(name, section);
    }
    return section;
  }
}

function addLine({ settings }: Section, name: string, line: number): void {
  const known = settings.get(name);
  if (known === undefined) settings.set(name, [line]);
  else known.push(line);
}
