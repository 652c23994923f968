import isEqual from 'lodash/isEqual.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { SettingsDocument } from './dialect.js';
import type { IniLayout } from './ini-layout.js';
import { splitLines } from './lines.js';
import {
  type Cut,
  cutSetting,
  findCommentText,
  indentOf,
  isComment,
  parseSectionHeader,
  type Syntax,
} from './syntax.js';

interface Line {
  readonly body: string;
  readonly end: string;
  /** The positions of name and value, if the line is a setting. */
  readonly cut?: Cut | undefined;
}

/** The lines from one header to the next; the first block is before any header. */
interface Block {
  readonly lines: Line[];
  /** The number of header lines. */
  readonly header: 0 | 1;
}

/** A section, with all its blocks in the file. */
interface Section {
  readonly blocks: [Block, ...Block[]];
  readonly settings: Map<string, Line[]>;
  /** The first commented setting of each name. */
  readonly samples: Map<string, Line>;
  /** The least indentation of its settings; undefined until it is computed. */
  indent: number | undefined;
}

/**
 * A file of settings that is changed setting by setting, with the same result as puppetlabs-inifile. Unchanged lines keep
 * their bytes.
 */
export class IniFile implements SettingsDocument {
  changed = false;
  readonly #mark: string;
  readonly #newline: string;
  readonly #blocks: Block[] = [];
  readonly #sections = new Map<string, Section>();

  constructor(
    text: string,
    private readonly syntax: Syntax,
  ) {
    const { mark, bodies, ends, commonEnd } = splitLines(text);
    this.#mark = mark;
    this.#newline = commonEnd;
    let section = this.#open('', []);
    bodies.forEach((body, index) => {
      const line = this.#read(body, ends[index] || commonEnd);
      const indent = indentOf(body);
      const name = parseSectionHeader(body, indent, this.syntax);
      if (name === undefined) this.#take(section, line);
      else section = this.#open(name, [line]);
    });
  }

  /** The whole text. Its last line ends with a line break, like every other. */
  get text(): string {
    const lines = this.#blocks.flatMap((block) => block.lines);
    return this.#mark + lines.map(({ body, end }) => body + end).join('');
  }

  hasSection(name: string): boolean {
    return this.#sections.has(name);
  }

  values(section: string, setting: string): string[] {
    return (this.#sections.get(section)?.settings.get(setting) ?? []).map(valueAt);
  }

  /** Adds a section at the end, after a blank line, unless it exists. */
  addSection(name: string): void {
    if (!this.#sections.has(name)) this.#addSection(name);
  }

  /** Sets the values of a setting; none removes it. */
  set(sectionName: string, setting: string, values: readonly string[], layout: IniLayout): void {
    const is = this.#sections.get(sectionName)?.settings.get(setting);
    if (isEqual(is?.map(valueAt) ?? [], values)) return;
    const section = this.#sections.get(sectionName) ?? this.#addSection(sectionName);
    this.changed = true;
    if (is === undefined) this.#add(section, setting, values, layout);
    else this.#replace(section, setting, is, values);
  }

  /** Sets the value of the first line of a setting, or removes the line; its other lines stay as they are. */
  setFirst(sectionName: string, setting: string, value: string | undefined, layout: IniLayout): void {
    const section = this.#sections.get(sectionName);
    const [first, ...others] = section?.settings.get(setting) ?? [];
    if (section === undefined || first === undefined) {
      if (value !== undefined) this.set(sectionName, setting, [value], layout);
    } else if (value !== valueAt(first)) {
      this.changed = true;
      const lines = value === undefined ? [] : [this.#changed(first, value)];
      this.#know(section, setting, [...lines, ...others]);
      replaceLine(section, first, lines);
    }
  }

  #open(name: string, lines: Line[]): Section {
    const block: Block = { lines, header: lines.length === 0 ? 0 : 1 };
    this.#blocks.push(block);
    const known = this.#sections.get(name);
    if (known !== undefined) {
      // A section that is continued: new settings are added to its last block.
      known.blocks.push(block);
      return known;
    }
    const section: Section = { blocks: [block], settings: new Map(), samples: new Map(), indent: undefined };
    this.#sections.set(name, section);
    return section;
  }

  #addSection(name: string): Section {
    this.changed = true;
    const last = this.#blocks.findLast(({ lines }) => lines.length > 0);
    last?.lines.push(this.#read('', this.#newline));
    const { sectionPrefix, sectionSuffix } = this.syntax;
    return this.#open(name, [this.#read(`${sectionPrefix}${name}${sectionSuffix}`, this.#newline)]);
  }

  #read(body: string, end: string): Line {
    const indent = indentOf(body);
    if (isComment(body, indent)) return { body, end };
    return { body, end, cut: cutSetting(body, indent, this.syntax) };
  }

  #take(section: Section, line: Line): void {
    ensureDefined(section.blocks.at(-1)).lines.push(line);
    const name = nameOf(line);
    if (name !== undefined) {
      const known = section.settings.get(name);
      if (known === undefined) section.settings.set(name, [line]);
      else known.push(line);
      return;
    }
    const start = findCommentText(line.body);
    const cut = start === indentOf(line.body) ? undefined : cutSetting(line.body, start, this.syntax);
    const sample = cut === undefined ? undefined : line.body.slice(start, cut.nameEnd);
    if (sample !== undefined && !section.samples.has(sample)) section.samples.set(sample, line);
  }

  /** Adds a setting after its commented sample, else at the end of the section, before trailing blank lines. */
  #add(section: Section, setting: string, values: readonly string[], layout: IniLayout): void {
    const { separator, indentChar, indentWidth } = layout;
    const least = findLeastIndent(section);
    const indent = indentChar.repeat(indentWidth ?? (Number.isFinite(least) ? least : 0));
    section.indent = Math.min(least, indent.length);
    const lines = values.map((value) => this.#read(`${indent}${setting}${separator}${value}`, this.#newline));
    section.settings.set(setting, lines);

    const sample = section.samples.get(setting);
    const block = sample === undefined ? section.blocks.at(-1) : blockOf(section, sample);
    const { lines: all, header } = ensureDefined(block);
    if (sample !== undefined) {
      all.splice(all.indexOf(sample) + 1, 0, ...lines);
      return;
    }
    let end = all.length;
    while (end > header && isBlank(ensureDefined(all[end - 1]))) end -= 1;
    // The first settings before any section are separated from it by a blank line.
    const blankLine = all.length === 0 && this.#blocks.length > 1 ? [this.#read('', this.#newline)] : [];
    all.splice(end, 0, ...lines, ...blankLine);
  }

  /** Writes all values at the position of the last one. */
  #replace(section: Section, setting: string, is: readonly Line[], values: readonly string[]): void {
    const last = ensureDefined(is.at(-1));
    const lines = values.map((value) => this.#changed(last, value));
    this.#know(section, setting, lines);
    for (const line of is) replaceLine(section, line, line === last ? lines : []);
  }

  #changed({ body, cut, end }: Line, value: string): Line {
    return this.#read(body.slice(0, cut?.valueStart) + value, end);
  }

  #know(section: Section, setting: string, lines: Line[]): void {
    section.indent = undefined;
    if (lines.length === 0) section.settings.delete(setting);
    else section.settings.set(setting, lines);
  }
}

function replaceLine(section: Section, line: Line, lines: readonly Line[]): void {
  const { lines: all } = blockOf(section, line);
  all.splice(all.indexOf(line), 1, ...lines);
}

function nameOf({ body, cut }: Line): string | undefined {
  return cut && body.slice(indentOf(body), cut.nameEnd);
}

function valueAt({ body, cut }: Line): string {
  return body.slice(cut?.valueStart).trim();
}

function isBlank({ body }: Line): boolean {
  return body.trim() === '';
}

function blockOf({ blocks }: Section, line: Line): Block {
  return ensureDefined(blocks.find(({ lines }) => lines.includes(line)));
}

/** Finds the least indentation; Infinity for a section without settings. */
function findLeastIndent(section: Section): number {
  const settings = () => [...section.settings.values()].flat();
  section.indent ??= settings().reduce((least, { body }) => Math.min(least, indentOf(body)), Infinity);
  return section.indent;
}
