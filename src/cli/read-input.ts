import { text } from 'node:stream/consumers';

/** Reads standard input to its end. */
export function readInput(): Promise<string> {
  return text(process.stdin);
}
