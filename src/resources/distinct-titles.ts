/**
 * Gives each thing a title of its own: the first of its forms that it shares with no other. Of the last form there are
 * never two.
 */
export function distinctTitles<T>(
  things: readonly T[],
  ...forms: readonly ((thing: T) => string)[]
): Map<string, T> {
  const titled = new Map<string, T>();
  let left = things;
  for (const [at, form] of forms.entries()) {
    const sharing = new Map<string, T[]>();
    for (const thing of left) sharing.set(form(thing), [...(sharing.get(form(thing)) ?? []), thing]);
    left = [];
    for (const [title, those] of sharing) {
      const [only] = those as [T];
      if (at === forms.length - 1 || (those.length === 1 && !titled.has(title))) titled.set(title, only);
      else left = [...left, ...those];
    }
  }
  return titled;
}
