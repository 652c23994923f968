import { brandClass } from '../errors/brand-class.js';
/** `glance::backend::rbd` as Puppet capitalises it in references: `Glance::Backend::Rbd`. */
export function capitalize(name: string): string {
  // Most names have one segment, and every resource's is asked for.
  if (!name.includes('::')) return name.charAt(0).toUpperCase() + name.slice(1);
  return name
    .split('::')
    .map((segment) => segment.charAt(0).toUpperCase() + segment.slice(1))
    .join('::');
}

/** The spelling under which types and classes are indexed: lower case, without a leading `::`. */
export function normalizeName(name: string): string {
  return name.replace(/^::/, '').toLowerCase();
}

/** The key of a resource in an index: classes compare without regard to case, titles of others exactly. */
export function referenceKey(type: string, title: string): string {
  return type === 'class' ? `class[${normalizeName(title)}]` : `${type}[${title}]`;
}

/**
 * Names a resource that may be declared elsewhere, before or after: `Service.ref('glance-api')`,
 * `glance.Api.ref()`. Written as Puppet writes it, `Service[glance-api]`.
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

  /** Reads `Type[title]`, or gives undefined where the text is no reference. */
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
