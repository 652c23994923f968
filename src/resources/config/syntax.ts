/** The syntax of a configuration file. */
export interface Syntax {
  /**
   * The separators of names and values, without spaces around them; the first one in a line splits it. A single space
   * means any white space.
   */
  readonly separators: readonly string[];
  /** The text before and after a section's name. */
  readonly sectionPrefix: string;
  readonly sectionSuffix: string;
}

/** The positions of name and value on the line of a setting. */
export interface Cut {
  /** The position after the name. */
  readonly nameEnd: number;
  /** The position of the value; the length of the line if the value is empty. */
  readonly valueStart: number;
}

/** Finds name and value on a line; undefined if it is not a setting. `indent` is the position of the name. */
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

/** Parses the name in a section header; undefined if the line is not one. A comment may follow on the same line. */
export function parseSectionHeader(line: string, indent: number, syntax: Syntax): string | undefined {
  const { sectionPrefix: prefix, sectionSuffix: suffix } = syntax;
  if (!line.startsWith(prefix, indent)) return undefined;
  const rest = line.slice(indent + prefix.length).trimEnd();
  if (rest.endsWith(suffix)) return rest.slice(0, rest.length - suffix.length);
  const end = rest.indexOf(suffix);
  if (end < 0) return undefined;
  const remainder = rest.slice(end + suffix.length).trimStart();
  return isComment(remainder, 0) ? rest.slice(0, end) : undefined;
}

/** Whether a line is a comment from `indent` on. */
export function isComment(line: string, indent: number): boolean {
  const first = line.charCodeAt(indent);
  return first === 0x23 || first === 0x3b;
}

/** The number of spaces and tabs at the start of a line. */
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

/** Finds the start of a comment's text, after its markers. */
export function findCommentText(line: string): number {
  let start = indentOf(line);
  while (isComment(line, start)) start += 1;
  return start + indentOf(line.slice(start));
}
