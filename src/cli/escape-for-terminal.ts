import { printable } from '../views/index.js';
import type { OutputStream } from './io.js';

/** A text that is the result itself: a program gets it as it is, a terminal nothing that it would act upon. */
export function escapeForTerminal(text: string, { isTTY }: OutputStream): string {
  return isTTY === true ? printable(text) : text;
}
