import { NETWORK_BOUNDS } from '../../../hosts/network-bounds.js';

/**
 * Reads JSON that somebody else has written.
 * @throws where it is none, or is nested deeper than anything that would go through it could follow.
 */
export function parseJson(text: string): unknown {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (inText) {
      if (letter === BACKSLASH) at++;
      else if (letter === QUOTE) inText = false;
    } else if (letter === QUOTE) inText = true;
    else if (letter === BRACKET || letter === BRACE) {
      depth++;
      if (depth > NETWORK_BOUNDS.jsonDepth)
        throw new Error(`it is nested deeper than ${NETWORK_BOUNDS.jsonDepth}`);
    } else if (letter === BRACKET + 2 || letter === BRACE + 2) depth--;
  }
  return JSON.parse(text);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** What closes them stands two places behind. */
const BRACKET = 0x5b;
const BRACE = 0x7b;
