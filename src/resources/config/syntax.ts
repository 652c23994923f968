/** What the lines of a configuration file are told apart by. */
export interface Syntax {
  /**
   * What may stand between a setting's name and its value, without spaces around it; the first that a line has
   * splits it. A single space stands for any white space.
   */
  readonly separators: readonly string[];
  /** What a section's name is written between. */
  readonly sectionPrefix: string;
  readonly sectionSuffix: string;
}

/** Where a setting's line is cut. */
export interface Cut {
  /** Just behind the name. */
  readonly nameEnd: number;
  /** The first character of the value; the line's length where the value is empty. */
  readonly valueStart: number;
}

/** Cuts a setting's line in two; undefined where it is none. `indent` is where the name begins. */
export function cutSetting(line: string, indent: number, { separators }: Syntax): Cut | undefined {
  let at = -1;
  let width = 0;
  for (const separator of separators) {
    const found = separator === ' ' ? findWhiteSpace(line, indent) : line.indexOf(separator, indent);
    if (found < 0 || (at >= 0 && found >= at)) continue;
    at = found;
    width = separator.length;
  }
  if (at < 0) return undefined;
  let nameEnd = at;
  while (nameEnd > indent && isSpace(line.charCodeAt(nameEnd - 1))) nameEnd -= 1;
  if (nameEnd === indent) return undefined;
  let valueStart = at + width;
  while (valueStart < line.length && isSpace(line.charCodeAt(valueStart))) valueStart += 1;
  return { nameEnd, valueStart };
}

/** The name of the section that a line begins, or undefined. A comment may stand behind it on the same line. */
export function parseSectionHeader(line: string, indent: number, syntax: Syntax): string | undefined {
  const { sectionPrefix: prefix, sectionSuffix: suffix } = syntax;
  if (!line.startsWith(prefix, indent)) return undefined;
  const rest = line.slice(indent + prefix.length).trimEnd();
  if (rest.endsWith(suffix)) return rest.slice(0, rest.length - suffix.length);
  const end = rest.indexOf(suffix);
  if (end < 0) return undefined;
  const behind = rest.slice(end + suffix.length).trimStart();
  return isComment(behind, 0) ? rest.slice(0, end) : undefined;
}

/** Whether a line is a comment from `indent` on. */
export function isComment(line: string, indent: number): boolean {
  const first = line.charCodeAt(indent);
  return first === 0x23 || first === 0x3b;
}

/** How many spaces and tabs a line begins with. */
export function indentOf(line: string): number {
  let indent = 0;
  while (indent < line.length && isSpace(line.charCodeAt(indent))) indent += 1;
  return indent;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function findWhiteSpace(line: string, from: number): number {
  for (let at = from; at < line.length; at += 1) if (isSpace(line.charCodeAt(at))) return at;
  return -1;
}

/** Where the text of a comment begins, behind its marks. */
export function findCommentText(line: string): number {
  let start = indentOf(line);
  while (isComment(line, start)) start += 1;
  return start + indentOf(line.slice(start));
}
