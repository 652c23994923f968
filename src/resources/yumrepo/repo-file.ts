import { ensureDefined } from '../../errors/ensure-defined.js';

/** The lines from one header to the next; of the first block, those before any header. */
interface Block {
  readonly name: string | undefined;
  readonly lines: string[];
}

/** A setting's name, the sign behind it, and the beginning of its value. Indented lines carry on the one above. */
const SETTING = /^([^\s#;[=][^=]*?)(\s*=\s*)(.*)$/;

const CARRIES_ON = /^[ \t]+[^\s#;]/;

/** A file of yum's configuration that is changed setting by setting; all else keeps its bytes. */
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

  /** The names of its sections, in their order. */
  get sections(): string[] {
    return this.#blocks.flatMap(({ name }) => name ?? []);
  }

  /** The settings of a section; of one that is there twice the last value, lines that carry it on behind a newline. */
  settings(section: string): Map<string, string> {
    const found = new Map<string, string>();
    for (const { lines } of this.#blocksOf(section)) {
      for (const [from, to] of findSettingRanges(lines)) {
        const [, name = '', , first = ''] = SETTING.exec(stripLineEnd(lines[from])) ?? [];
        const more = lines.slice(from + 1, to).map((line) => line.trim());
        found.set(name, [first.trim(), ...more].join('\n'));
      }
    }
    return found;
  }

  /** Writes a setting in the place of its own line, or behind the others of its section, which is made where it is missing. */
  set(section: string, setting: string, value: string): void {
    const last = this.#blocksOf(section).at(-1) ?? this.add(section);
    for (const { lines } of this.#blocksOf(section).reverse()) {
      const at = findRanges(lines, setting).at(-1);
      if (at === undefined) continue;
      const [, , separator = '='] = SETTING.exec(stripLineEnd(lines[at[0]])) ?? [];
      lines.splice(at[0], at[1] - at[0], ...toLines(setting, separator, value));
      return;
    }
    let behind = findSettingRanges(last.lines).at(-1)?.[1] ?? 1;
    // An indented line that carries on nothing would carry on the new one.
    while (CARRIES_ON.test(last.lines[behind] ?? '')) behind += 1;
    terminateLine(last.lines, behind - 1);
    last.lines.splice(behind, 0, ...toLines(setting, '=', value));
  }

  /** Takes a setting out. */
  unset(section: string, setting: string): void {
    for (const { lines } of this.#blocksOf(section))
      for (const [from, to] of findRanges(lines, setting).reverse()) lines.splice(from, to - from);
  }

  /** Takes a section out, with its comments. */
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

/** A setting; further lines of its value are indented, so that they carry it on. */
function toLines(setting: string, separator: string, value: string): string[] {
  return value
    .split('\n')
    .map((line, index) => (index === 0 ? `${setting}${separator}${line}\n` : `        ${line}\n`));
}

/** The last line of a file may lack its newline. */
function terminateLine(lines: string[], index: number): void {
  const line = lines[index];
  if (line !== undefined && !line.endsWith('\n')) lines[index] = `${line}\n`;
}

function stripLineEnd(line = ''): string {
  return line.replace(/\r?\n$/, '');
}

/** Where settings begin and end, each with the lines that carry it on. */
function findSettingRanges(lines: readonly string[]): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  let open: [number, number] | undefined;
  for (const [index, line] of lines.entries()) {
    if (open !== undefined && CARRIES_ON.test(line)) {
      open[1] = index + 1;
    } else {
      open = SETTING.test(stripLineEnd(line)) ? [index, index + 1] : undefined;
      if (open !== undefined) ranges.push(open);
    }
  }
  return ranges;
}

function findRanges(lines: readonly string[], setting: string): [from: number, to: number][] {
  return findSettingRanges(lines).filter(
    ([from]) => SETTING.exec(stripLineEnd(lines[from]))?.[1] === setting,
  );
}
