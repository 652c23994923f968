import { text } from 'node:stream/consumers';

/** Everything that comes on the standard input. */
export function readInput(): Promise<string> {
  return text(process.stdin);
}
