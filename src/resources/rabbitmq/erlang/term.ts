/**
 * An Erlang value. RabbitMQ's strings are binaries: `Buffer`s here. Lists are arrays; a list of bytes, Erlang's form of
 * strings, is a `Buffer` in a `Charlist`.
 */
export type Term = number | bigint | Atom | Buffer | Tuple | Charlist | Opaque | TermMap | readonly Term[];

/** An Erlang map, as pairs of keys and values. */
export class TermMap {
  constructor(readonly pairs: readonly (readonly [Term, Term])[]) {}
}

/** A name without further value. */
export class Atom {
  constructor(readonly name: string) {}
}

/** A fixed number of values. */
export class Tuple {
  constructor(readonly elements: readonly Term[]) {}
}

/** A list of bytes, which Erlang sends in a compact form. */
export class Charlist {
  constructor(readonly bytes: Buffer) {}
}

/** A process, a reference, a port or a function, in its encoded form. */
export class Opaque {
  constructor(readonly bytes: Buffer) {}
}

/** Creates an atom. */
export function atom(name: string): Atom {
  return new Atom(name);
}

/** Creates a tuple. */
export function tuple(...elements: readonly Term[]): Tuple {
  return new Tuple(elements);
}

/** Creates a binary in UTF-8, RabbitMQ's form of strings. */
export function binary(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

/** Returns whether a term is the atom with a name. */
export function isAtom(term: Term | undefined, name: string): boolean {
  return term instanceof Atom && term.name === name;
}

/** Returns the elements of a tuple whose first element is the atom with a name; undefined for any other term. */
export function matchTuple(term: Term | undefined, name: string): readonly Term[] | undefined {
  return term instanceof Tuple && isAtom(term.elements[0], name) ? term.elements : undefined;
}
