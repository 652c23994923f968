import {
  arrayOf,
  boolean,
  type Catalog,
  type CompileOptions,
  classType,
  compile,
  definedType,
  manifest,
  nativeType,
  parameter,
  property,
  type Scope,
  string,
  title,
} from '../../src/catalog/index.js';
import type { Diagnostic } from '../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';

/** A native type of the specs. */
export class Item extends nativeType(
  'item',
  {
    path: title('Where it is.'),
    text: property(string, 'What it says.'),
    on: property(boolean, 'Whether it is on.', { default: true }),
    list: property(arrayOf(string), 'Several texts.'),
  },
  { doc: 'An item of the specs.' },
) {}

/** A defined type of the specs: two items, the second after the first. */
export class Pair extends definedType(
  'sample::pair',
  { text: parameter(string, 'What both say.', { default: 'x' }) },
  { doc: 'Two items.' },
) {
  override declare(): void {
    new Item(this, `${this.title} one`, { text: this.parameters.text });
    new Item(this, `${this.title} two`, {
      text: this.parameters.text,
      require: Item.ref(`${this.title} one`),
    });
  }
}

/** A class of the specs. */
export class Inner extends classType(
  'sample::inner',
  { text: parameter(string, 'What it says.', { default: 'default' }) },
  { doc: 'A class.' },
) {
  override declare(): void {
    new Item(this, 'inner', { text: this.parameters.text });
  }
}

/** A class that includes another. */
export class Outer extends classType('sample::outer', {}, { doc: 'A class that includes another.' }) {
  override declare(): void {
    this.include(Inner);
    new Item(this, 'outer');
  }
}

export const compiled = (body: (site: Scope) => void, options?: CompileOptions): Promise<Catalog> =>
  compile(manifest(body), options);

/** The errors in a manifest. */
export async function errorsOf(
  body: (site: Scope) => void,
  options?: CompileOptions,
): Promise<readonly Diagnostic[]> {
  try {
    await compiled(body, options);
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.diagnostics;
    throw error;
  }
  return [];
}

/** What each relation says: `Item[a] -> Item[b]`, `~>` where it refreshes. */
export function arrows(catalog: Catalog): string[] {
  return catalog.relations.map(({ source, target, refresh }) => {
    const [from, to] = [catalog.resources[source]?.reference, catalog.resources[target]?.reference];
    return `${from} ${refresh ? '~>' : '->'} ${to}`;
  });
}
