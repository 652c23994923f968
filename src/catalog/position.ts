import { fileURLToPath } from 'node:url';
import type { Place } from '../errors/place.js';

/** The folder of this library's code, in the sources and in the build: its frames are never a user's place. */
const libraryFolder = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '..' : '.', import.meta.url));

const frame = /\(?((?:file:\/\/)?\/[^()]+?):(\d+):(\d+)\)?$/;

/**
 * Where a resource was declared. The stack is captured when the resource is built, which costs little, and put
 * into words only when a message needs the place, which costs much.
 */
export class Position {
  declare readonly stack?: string;
  #place: Place | undefined | null = null;

  /** Captures the place of the call to `caller`, usually a constructor. */
  constructor(caller: (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown)) {
    Error.captureStackTrace(this, caller);
  }

  /** The innermost place outside the library, or undefined where library code alone was at work. */
  get place(): Place | undefined {
    if (this.#place === null) this.#place = firstUserFrame(this.stack ?? '');
    return this.#place;
  }
}

function firstUserFrame(stack: string): Place | undefined {
  for (const line of stack.split('\n')) {
    // What awaited the compilation did not declare the resource.
    if (line.includes('at async ')) continue;
    const match = frame.exec(line);
    if (match === null) continue;
    const [, location = '', row = '', column = ''] = match;
    const file = location.startsWith('file://') ? fileURLToPath(location) : location;
    if (file.startsWith(libraryFolder)) continue;
    return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}
