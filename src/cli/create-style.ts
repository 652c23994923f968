import { makePaint, type Style, wantsColours } from '../views/index.js';
import type { Io, OutputStream } from './io.js';

/** The width if the stream is not a terminal. */
const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, however wide the terminal is. */
const MAX_WIDTH = 120;

/** Creates the style of the lines that are written to a stream. */
export function createStyle(stream: OutputStream, { environment, directory }: Io): Style {
  return {
    paint: makePaint(wantsColours({ isTTY: stream.isTTY === true }, environment)),
    width: Math.max(40, Math.min(stream.columns || DEFAULT_WIDTH, MAX_WIDTH)),
    directory,
  };
}
