import { raise } from '../../../errors/glance-apply-error.js';
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
 * @throws {GlanceApplyError} `inventory.pattern` for a list with colons whose brackets are not balanced.
 */
export function splitPattern(pattern: string, isKnown: IsKnown): string[] {
  const text = pattern.trim();
  const parts = text.includes(',')
    ? (text.match(separatedByCommas) ?? [])
    : isOne(text, isKnown)
      ? [text]
      : splitAtColons(text);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function splitAtColons(text: string): readonly string[] {
  const [bracket] = /[[\]]/.exec(text.replace(/\[[^\]]*\]/g, '')) ?? [];
  if (bracket === undefined) return text.match(separatedByColons) ?? [];
  return raise('inventory.pattern', `the brackets of the pattern '${text}' are not balanced`, {
    hint: 'write [0:2] or [a-f]',
  });
}

function isOne(text: string, isKnown: IsKnown): boolean {
  return (
    (parseAddress(text) !== undefined || beginsLikeIpv6(text)) &&
    // Eight numbers with colons may be an address, or eight names.
    (isKnown(text) || !text.replace(/\[[^\]]*\]/g, '').includes(':') || !text.split(':').every(isKnown))
  );
}
