/** Characters that are kept of what a server says. */
const LONGEST = 300;

/** Returns what a server says as a part of a message: in one line, without control characters, and not too long. */
export function oneLine(text: string): string {
  const line = text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
