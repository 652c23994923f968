import { makePaint, type Style, wantsColours } from '../views/index.js';
import type { Io, OutputStream } from './io.js';

/** Where no terminal says how wide it is. */
const DEFAULT_WIDTH = 80;
/** Longer lines are hard to read, whatever the terminal has room for. */
const MAX_WIDTH = 120;

/** How lines are made for a stream. */
export function createStyle(stream: OutputStream, { environment, directory }: Io): Style {
  return {
    paint: makePaint(wantsColours({ isTTY: stream.isTTY === true }, environment)),
    width: Math.max(40, Math.min(stream.columns || DEFAULT_WIDTH, MAX_WIDTH)),
    directory,
  };
}
