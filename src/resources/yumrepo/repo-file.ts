import { ensureDefined } from '../../errors/ensure-defined.js';

/** The lines from one section header to the next; the first block has those before any header. */
interface Block {
  readonly name: string | undefined;
  readonly lines: string[];
}

/** A setting's name, its separator, and the first line of its value. Indented lines continue the value. */
const SETTING = /^([^\s#;[=][^=]*?)(\s*=\s*)(.*)$/;

const CONTINUATION = /^[ \t]+[^\s#;]/;

/** A configuration file of yum that is changed setting by setting; everything else keeps its bytes. */
export class RepoFile {
  readonly #blocks: Block[] = [{ name: undefined, lines: [] }];

  constructor(text: string) {
    for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
      const name = /^\[([^\]]+)\]/.exec(line)?.[1];
      if (name === undefined) this.#blocks.at(-1)?.lines.push(line);
      else this.#blocks.push({ name, lines: [line] });
    }
  }

  get text(): string {
    return this.#blocks.flatMap(({ lines }) => lines).join('');
  }

  /** The names of its sections, in the order of the file. */
  get sections(): string[] {
    return this.#blocks.flatMap(({ name }) => name ?? []);
  }

  /** Returns the settings of a section: the last value of each, its continuation lines separated by newlines. */
  settings(section: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const { lines } of this.#blocksOf(section)) {
      for (const [from, to] of findSettingRanges(lines)) {
        const [, name = '', , first = ''] = SETTING.exec(stripLineEnd(lines[from])) ?? [];
        const continuation = lines.slice(from + 1, to).map((line) => line.trim());
        found.set(name, [first.trim(), ...continuation].join('\n'));
      }
    }
    return found;
  }

  /** Replaces the line of a setting, or adds it after the others of its section, which is created if it is missing. */
  set(section: string, setting: string, value: string): void {
    const last = this.#blocksOf(section).at(-1) ?? this.add(section);
    for (const { lines } of this.#blocksOf(section).reverse()) {
      const at = findRanges(lines, setting).at(-1);
      if (at === undefined) continue;
      const [, , separator = '='] = SETTING.exec(stripLineEnd(lines[at[0]])) ?? [];
      lines.splice(at[0], at[1] - at[0], ...toLines(setting, separator, value));
      return;
    }
    let end = findSettingRanges(last.lines).at(-1)?.[1] ?? 1;
    // An indented line that continues no setting would continue the new one.
    while (CONTINUATION.test(last.lines[end] ?? '')) end += 1;
    terminateLine(last.lines, end - 1);
    last.lines.splice(end, 0, ...toLines(setting, '=', value));
  }

  /** Removes a setting. */
  unset(section: string, setting: string): void {
    for (const { lines } of this.#blocksOf(section))
      for (const [from, to] of findRanges(lines, setting).reverse()) lines.splice(from, to - from);
  }

  /** Removes a section with its comments. */
  remove(section: string): void {
    for (const block of this.#blocksOf(section)) this.#blocks.splice(this.#blocks.indexOf(block), 1);
  }

  #blocksOf(section: string): Block[] {
    return this.#blocks.filter(({ name }) => name === section);
  }

  /** Adds a section at the end. */
  add(section: string): Block {
    const { lines } = ensureDefined(this.#blocks.at(-1));
    terminateLine(lines, lines.length - 1);
    const block: Block = { name: section, lines: [`[${section}]\n`] };
    this.#blocks.push(block);
    return block;
  }
}

/** The lines of a setting; all but the first are indented, so that they continue it. */
function toLines(setting: string, separator: string, value: string): string[] {
  return value
    .split('\n')
    .map((line, index) => (index === 0 ? `${setting}${separator}${line}\n` : `        ${line}\n`));
}

/** Adds the newline that the last line of a file may lack. */
function terminateLine(lines: string[], index: number): void {
  const line = lines[index];
  if (line !== undefined && !line.endsWith('\n')) lines[index] = `${line}\n`;
}

function stripLineEnd(line = ''): string {
  return line.replace(/\r?\n$/, '');
}

/** Returns the first and the end line of each setting with its continuation lines. */
function findSettingRanges(lines: readonly string[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let current: [number, number] | undefined;
  for (const [index, line] of lines.entries()) {
    if (current !== undefined && CONTINUATION.test(line)) {
      current[1] = index + 1;
    } else {
      current = SETTING.test(stripLineEnd(line)) ? [index, index + 1] : undefined;
      if (current !== undefined) ranges.push(current);
    }
  }
  return ranges;
}

function findRanges(lines: readonly string[], setting: string): [from: number, to: number][] {
  return findSettingRanges(lines).filter(
    ([from]) => SETTING.exec(stripLineEnd(lines[from]))?.[1] === setting,
  );
}
