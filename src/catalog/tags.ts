import type { Resource } from './resource.js';

/** Puppet's rule for valid tags. */
const tagPattern = /^[\p{L}\p{N}_][\p{L}\p{N}_:.-]*$/u;

/** Returns whether a string can be a tag; a title that cannot be one is not used as a tag. */
export function isTag(text: string): boolean {
  return tagPattern.test(text.replace(/^::/, ''));
}

/** Tags of resources: their type, title, explicit tags and all tags that they inherit from their containers. */
export class Tags {
  readonly #known = new Map<Resource, ReadonlySet<string>>();

  constructor(private readonly attribute: (resource: Resource, name: string) => unknown) {}

  of(resource: Resource): ReadonlySet<string> {
    let tags = this.#known.get(resource);
    if (tags === undefined) {
      const all = new Set<string>(resource.parent === undefined ? [] : this.of(resource.parent));
      const own = this.attribute(resource, 'tag');
      const words = [
        resource.type,
        resource.title,
        ...(Array.isArray(own) ? own : own === undefined ? [] : [own]),
      ];
      for (const word of words) {
        if (!isTag(String(word))) continue;
        const tag = String(word).replace(/^::/, '').toLowerCase();
        all.add(tag);
        for (const segment of tag.split('::')) all.add(segment);
      }
      this.#known.set(resource, all);
      tags = all;
    }
    return tags;
  }

  /** Overrides of collectors may change tags, and with them the tags of all contained resources. */
  clear(): void {
    this.#known.clear();
  }
}
