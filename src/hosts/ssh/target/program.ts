import { readFileSync } from 'node:fs';

/** The parts of the program; the last one starts it. */
const PARTS = [
  'target-channel.sh',
  'target-files.sh',
  'target-commands.sh',
  'target-lock.sh',
  'target-main.sh',
];

let program: string | undefined;

/**
 * Returns the program that serves the requests on a host, for the standard input of a shell. It is one group of
 * commands, so that a shell has read all of it before it executes any of it: some shells read their input in blocks,
 * and would take the first requests for a part of the program.
 * @param marker The word by which its messages are recognized.
 */
export function targetProgram(marker: string): string {
  program ??= PARTS.map(readPart).join('');
  return `{\nmarker=${marker}\n${program}}\n`;
}

/** Returns a part without its comments. */
function readPart(name: string): string {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text.replace(/^ *#.*\n/gm, '');
}
