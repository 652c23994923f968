/** Makes a test of a shell pattern for one name: `*`, `?`, `[a-z]` and `[!a-z]`. */
export function namePattern(pattern: string): RegExp {
  const source = pattern.replace(/\[!?[^\]]+\]|[\s\S]/gu, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (part.length > 1 && part.startsWith('[')) {
      const negated = part.startsWith('[!');
      return `[${negated ? '^' : ''}${part.slice(negated ? 2 : 1, -1).replace(/[\\[\]^]/g, '\\$&')}]`;
    }
    return part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'su');
}
