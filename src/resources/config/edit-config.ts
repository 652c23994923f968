import { ConfigDocument, type Section } from './config-document.js';
import type { Edit } from './dialect.js';
import { hasSameValues } from './has-same-values.js';
import { LineEdits } from './lines.js';
import { osloSyntax } from './oslo-syntax.js';
import { Placement } from './placement.js';

/**
 * Changes settings in the text of a configuration file and nothing else: comments, order, indentation, spacing and line
 * breaks stay as they are, and if every setting is in sync, the text is the same. The time is proportional to the length of
 * the text and the number of edits.
 */
export function editConfig(text: string, edits: readonly Edit[]): string {
  const document = new ConfigDocument(text);
  const editor = new Editor(document);
  // The last one of several edits of a setting wins.
  const last = new Map(edits.map((edit) => [`${edit.section}\n${edit.setting ?? ''}`, edit]));
  for (const edit of last.values()) editor.edit(edit);
  editor.addSections();
  return editor.rewriting.isEmpty ? text : editor.rewriting.toString();
}

class Editor {
  readonly rewriting: LineEdits;
  readonly #placement: Placement;
  readonly #newSections = new Map<string, Edit[]>();

  constructor(private readonly document: ConfigDocument) {
    this.rewriting = new LineEdits(document.lines);
    this.#placement = new Placement(document);
  }

  edit(edit: Edit): void {
    const section = this.document.sections.get(edit.section);
    if (section === undefined) this.#addToNewSection(edit);
    else if (edit.setting !== undefined) this.#change(section, edit.setting, edit);
  }

  /** Writes the new sections, each after a blank line. */
  addSections(): void {
    const { sectionPrefix, sectionSuffix } = osloSyntax;
    for (const [name, edits] of this.#newSections) {
      const after = this.#placement.newSection(name);
      const atEnd = after === this.document.kinds.length - 1;
      const lines = [`${sectionPrefix}${name}${sectionSuffix}`, ...this.#linesOf(edits)];
      const separate =
        this.rewriting.hasAddedAfter(after) || (after >= 0 && this.document.kinds[after] !== 'blank');
      this.rewriting.addAfter(after, [...(separate ? [''] : []), ...lines, ...(atEnd ? [] : [''])]);
    }
  }

  #addToNewSection(edit: Edit): void {
    if (edit.setting !== undefined && edit.values.length === 0) return;
    const known = this.#newSections.get(edit.section);
    if (known === undefined) this.#newSections.set(edit.section, [edit]);
    else known.push(edit);
  }

  #linesOf(edits: readonly Edit[]): string[] {
    const settings = edits.filter(({ setting }) => setting !== undefined);
    return settings.flatMap(({ setting, values, separator = this.#placement.separator(undefined) }) =>
      values.map((value) => lineOf(`${setting}${separator}`, value)),
    );
  }

  #change(section: Section, setting: string, edit: Edit): void {
    const { document, rewriting } = this;
    const { values } = edit;
    const lines = section.settings.get(setting) ?? [];
    const is = lines.map((line) => document.valueAt(line));
    if (hasSameValues(is, values)) return;

    lines.forEach((line, index) => {
      const value = values[index];
      if (value === is[index]) return;
      for (let next = line + 1; next <= (document.lastLines.get(line) ?? line); next += 1) {
        if (document.kinds[next] === 'continuation') rewriting.remove(next);
      }
      if (value === undefined) rewriting.remove(line);
      else rewriting.replace(line, lineOf(this.#beginning(line, edit), value));
    });
    const last = lines.at(-1);
    if (last !== undefined) {
      const added = values.slice(lines.length).map((value) => lineOf(this.#beginning(last, edit), value));
      if (added.length > 0) rewriting.addNextTo(document.lastLines.get(last) ?? last, added);
    } else if (values.length > 0) {
      const { after, sample } = this.#placement.settingIn(section, setting);
      const indent = this.#placement.indentAfter(after, section);
      const separator = edit.separator ?? this.#placement.separator(sample);
      const added = values.map((value) => lineOf(`${indent}${setting}${separator}`, value));
      rewriting.addAfter(after, added);
    }
  }

  /** The text before the value on a line of a setting. A line without a value has no spacing to preserve. */
  #beginning(line: number, edit: Edit): string {
    const body = this.document.body(line);
    const cut = this.document.cutAt(line);
    if (cut === undefined || cut.valueStart < body.length) return body.slice(0, cut?.valueStart);
    return body.slice(0, cut.nameEnd) + (edit.separator ?? this.#placement.separator(undefined));
  }
}

/** Formats a line; without a value it ends after its separator, because white space there has no meaning. */
function lineOf(beginning: string, value: string): string {
  return value === '' ? beginning.trimEnd() : beginning + value;
}
