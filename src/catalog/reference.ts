import { brandClass } from '../errors/brand-class.js';
/** Capitalizes `glance::backend::rbd` as Puppet does in references: `Glance::Backend::Rbd`. */
export function capitalize(name: string): string {
  // Most names have one segment, and this function is called for every resource.
  if (!name.includes('::')) return name.charAt(0).toUpperCase() + name.slice(1);
  return name
    .split('::')
    .map((segment) => segment.charAt(0).toUpperCase() + segment.slice(1))
    .join('::');
}

/** Returns the spelling under which types and classes are indexed: lower case, without a leading `::`. */
export function normalizeName(name: string): string {
  return name.replace(/^::/, '').toLowerCase();
}

/**
 * Returns the key of a resource in an index: classes are compared case-insensitively, titles of other resources
 * exactly.
 */
export function referenceKey(type: string, title: string): string {
  return type === 'class' ? `class[${normalizeName(title)}]` : `${type}[${title}]`;
}

/**
 * A reference to a resource that may be declared elsewhere, before or after: `Service.ref('glance-api')`,
 * `glance.Api.ref()`. Printed as in Puppet: `Service[glance-api]`.
 */
export class Reference {
  static {
    brandClass(Reference, 'reference');
  }

  constructor(
    /** The type in lower case; `class` for classes. */
    readonly type: string,
    readonly title: string,
  ) {}

  get key(): string {
    return referenceKey(this.type, this.title);
  }

  toString(): string {
    return `${capitalize(this.type)}[${this.type === 'class' ? capitalize(normalizeName(this.title)) : this.title}]`;
  }

  static is(value: unknown): value is Reference {
    return value instanceof Reference;
  }

  /** Parses `Type[title]`; undefined if the string is not a reference. */
  static parse(text: string): Reference | undefined {
    const match = /^\s*(::)?([A-Za-z][\w]*(?:::\w+)*)\[\s*(?:'([^']*)'|"([^"]*)"|([\s\S]*?))\s*\]\s*$/.exec(
      text,
    );
    if (match === null) return undefined;
    const type = normalizeName(match[2] ?? '');
    const name = match[3] ?? match[4] ?? match[5] ?? '';
    return new Reference(type, type === 'class' ? normalizeName(name) : name);
  }
}
