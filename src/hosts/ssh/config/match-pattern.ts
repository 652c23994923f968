import { anyCharacter, exactCharacter, matchesWildcards } from '../../../data/wildcards.js';

/** Returns whether a string matches a pattern of OpenSSH, in which `*` and `?` are wildcards. */
export function matchesPattern(text: string, pattern: string): boolean {
  const wildcards = [...pattern].map((one) =>
    one === '*' ? one : one === '?' ? anyCharacter : exactCharacter(one),
  );
  return matchesWildcards(wildcards, text);
}

/**
 * Returns whether a string matches one of several patterns, and none of those that begin with `!`: a pattern list of
 * OpenSSH, as in `Host` lines and known_hosts.
 */
export function matchesPatterns(text: string, patterns: readonly string[]): boolean {
  const excluded = patterns.some(
    (pattern) => pattern.startsWith('!') && matchesPattern(text, pattern.slice(1)),
  );
  return !excluded && patterns.some((pattern) => !pattern.startsWith('!') && matchesPattern(text, pattern));
}
