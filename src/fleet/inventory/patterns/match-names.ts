import { matchWithTimeout, PatternTimeout } from '../../../data/match-with-timeout.js';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import type { PatternElement } from './pattern-element.js';
import { compileShellPattern } from './shell-pattern.js';

/**
 * Returns the names that an element selects, in their order.
 * @throws {GlanceApplyError} `inventory.pattern` for an invalid regular expression.
 */
export function matchNames(element: PatternElement, names: readonly string[]): string[] {
  const { expression } = element;
  if (!expression.startsWith('~')) return names.filter(compileShellPattern(expression));
  try {
    const pattern = toRegExp(expression.slice(1));
    const found = matchWithTimeout(pattern, names, expression.slice(1));
    return names.filter((_, index) => found[index]);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof PatternTimeout)) throw error;
    return raise('inventory.pattern', `'${element.written}' cannot be used: ${messageOf(error)}`, {
      location: element.location,
      hint: 'commas outside of {1,3}, and colons outside of (?:…), separate the elements of a pattern',
    });
  }
}

/** Converts what Python writes differently. Like `re.match`, it is anchored at the start only. */
function toRegExp(source: string): RegExp {
  const [, flags = '', rest = ''] = /^(?:\(\?([ims]+)\))?(.*)$/s.exec(source) ?? [];
  const body = rest.replaceAll('(?P<', '(?<').replace(/\\A/g, '^').replace(/\\Z/g, '$');
  return new RegExp(`^(?:${body})`, flags);
}
