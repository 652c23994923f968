import { raise } from '../../../errors/glance-apply-error.js';
import { Atom, Charlist, isAtom, Opaque, type Term, TermMap, Tuple, tagged } from '../erlang/term.js';

/** How much of an answer in Erlang a message quotes. */
const QUOTED = 300;

/** Throws what an answer says of why something was not done. */
export function mustSucceed(answer: Term): void {
  const failure = failureOf(answer);
  if (failure !== undefined) raise('rabbitmq.answer', failure);
}

/** Why something was not done; undefined where it was. */
export function failureOf(answer: Term): string | undefined {
  const exit = tagged(tagged(answer, 'badrpc')?.[1] ?? answer, 'EXIT');
  // Behind the reason stands what was called with what: nobody needs it, and a password may be in it.
  if (exit !== undefined) return inWords(exit[1] instanceof Tuple ? exit[1].elements[0] : exit[1]);
  const failed =
    tagged(answer, 'error') ??
    tagged(answer, 'error_string') ??
    tagged(answer, 'badrpc') ??
    tagged(answer, 'aborted') ??
    tagged(answer, 'resources_missing');
  if (failed !== undefined) return inWords(failed[1]);
  return isAtom(answer, 'not_found') ? 'RabbitMQ says that it is not there' : undefined;
}

function inWords(reason: Term | undefined): string {
  if (isAtom(reason, 'undef')) return 'this release of RabbitMQ does not know the function that does this';
  const vhost = tagged(reason, 'no_such_vhost')?.[1];
  if (vhost !== undefined) return `there is no virtual host '${text(vhost)}'`;
  const user = tagged(reason, 'no_such_user')?.[1];
  if (user !== undefined) return `there is no user '${text(user)}'`;
  return `RabbitMQ says: ${quote(reason).slice(0, QUOTED)}`;
}

/** A text, in whichever way Erlang wrote it. */
export function text(term: Term | undefined): string {
  if (Buffer.isBuffer(term)) return term.toString('utf8');
  if (term instanceof Charlist) return term.bytes.toString('latin1');
  if (term instanceof Atom) return term.name;
  return term === undefined || (Array.isArray(term) && term.length === 0) ? '' : String(term);
}

/** An answer as plain data: maps and lists of pairs are hashes, binaries and atoms are texts. */
export function plain(term: Term): unknown {
  if (term instanceof Atom) return atoms.has(term.name) ? atoms.get(term.name) : term.name;
  if (Buffer.isBuffer(term)) return term.toString('utf8');
  if (term instanceof Charlist) return [...term.bytes];
  if (term instanceof TermMap) return hash(term.pairs);
  if (term instanceof Tuple) return term.elements.map(plain);
  if (!Array.isArray(term)) return term;
  const list = term as readonly Term[];
  return list.length > 0 && list.every(isPair)
    ? hash(list.map(({ elements }) => elements as unknown as readonly [Term, Term]))
    : list.map(plain);
}

/** The value of a key in a list of pairs. */
export function valueAt(list: Term | undefined, key: string): Term | undefined {
  if (!Array.isArray(list)) return undefined;
  for (const pair of list as readonly Term[]) {
    if (pair instanceof Tuple && text(pair.elements[0]) === key) return pair.elements[1];
  }
  return undefined;
}

const atoms = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
]);

function isPair(term: Term): term is Tuple {
  return (
    term instanceof Tuple &&
    term.elements.length === 2 &&
    (Buffer.isBuffer(term.elements[0]) || term.elements[0] instanceof Atom)
  );
}

function hash(pairs: readonly (readonly [Term, Term])[]): Record<string, unknown> {
  return Object.fromEntries(pairs.map(([key, value]) => [text(key), plain(value)]));
}

/** Much as Erlang prints it. */
function quote(term: Term | undefined): string {
  if (term instanceof Tuple) return `{${term.elements.map(quote).join(', ')}}`;
  if (term instanceof TermMap) return `{${term.pairs.map((pair) => pair.map(quote).join(': ')).join(', ')}}`;
  if (term instanceof Opaque) return '…';
  if (Array.isArray(term)) return (term as readonly Term[]).map(quote).join(', ');
  return text(term);
}
