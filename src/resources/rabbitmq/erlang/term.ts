/**
 * A value of Erlang. Texts of RabbitMQ are binaries: `Buffer`s here. Lists are arrays; a list of bytes is a
 * `Buffer` inside `Charlist`, as Erlang writes its strings.
 */
export type Term = number | bigint | Atom | Buffer | Tuple | Charlist | Opaque | TermMap | readonly Term[];

/** A map of Erlang, as its pairs. */
export class TermMap {
  constructor(readonly pairs: readonly (readonly [Term, Term])[]) {}
}

/** A name that stands for itself. */
export class Atom {
  constructor(readonly name: string) {}
}

/** A fixed number of values. */
export class Tuple {
  constructor(readonly elements: readonly Term[]) {}
}

/** A list of small integers, which Erlang sends as bytes. */
export class Charlist {
  constructor(readonly bytes: Buffer) {}
}

/** A process, a reference, a port or a function: kept as it came, to be handed back. */
export class Opaque {
  constructor(readonly bytes: Buffer) {}
}

/** An atom. */
export function atom(name: string): Atom {
  return new Atom(name);
}

/** A tuple. */
export function tuple(...elements: readonly Term[]): Tuple {
  return new Tuple(elements);
}

/** A text, as RabbitMQ keeps all texts: a binary in UTF-8. */
export function binary(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

/** Whether a term is the atom of a name. */
export function isAtom(term: Term | undefined, name: string): boolean {
  return term instanceof Atom && term.name === name;
}

/** The elements of a tuple whose first one is the atom of a name; undefined for everything else. */
export function matchTuple(term: Term | undefined, name: string): readonly Term[] | undefined {
  return term instanceof Tuple && isAtom(term.elements[0], name) ? term.elements : undefined;
}
