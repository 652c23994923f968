import { beginsLikeIpv6, parseAddress } from '../names/parse-address.js';

/** Whether a name is one of the inventory's. */
type IsKnown = (name: string) => boolean;

/** The elements of a list with commas: `{1,3}` in a regular expression does not separate. */
const separatedByCommas = /[ \t]*[!&]?~(?:\{\d*,\d*\}|[^,])*|[^,]+/g;

/** The elements of a list with colons: those within brackets, and the `(?:` of a regular expression, do not separate. */
const separatedByColons = /(?:\[[^\]]*\]|\(\?:|[^\s:[\]])+/g;

/**
 * Splits a pattern into its elements. Commas separate; without any, colons do, except in an IPv6 address or a range.
 * What could be an address is one only if a host has this name.
 */
export function splitPattern(pattern: string, isKnown: IsKnown): string[] {
  const text = pattern.trim();
  const parts = text.includes(',')
    ? (text.match(separatedByCommas) ?? [])
    : isOne(text, isKnown)
      ? [text]
      : (text.match(separatedByColons) ?? []);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function isOne(text: string, isKnown: IsKnown): boolean {
  return (
    (parseAddress(text) !== undefined || beginsLikeIpv6(text)) &&
    // Eight numbers with colons may be an address, or eight names.
    (isKnown(text) || !text.replace(/\[[^\]]*\]/g, '').includes(':') || !text.split(':').every(isKnown))
  );
}
