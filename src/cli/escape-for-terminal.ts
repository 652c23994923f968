import { printable } from '../views/index.js';
import type { OutputStream } from './io.js';

/** Escapes control characters in a result that is written to a terminal; a file or pipe gets the text unchanged. */
export function escapeForTerminal(text: string, { isTTY }: OutputStream): string {
  return isTTY === true ? printable(text) : text;
}
