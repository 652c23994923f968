import { isHash } from '../../../data/is-hash.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { Atom, Charlist, isAtom, matchTuple, Opaque, type Term, TermMap, Tuple } from '../erlang/term.js';

/** How much of an answer in Erlang a message quotes. */
const QUOTED = 300;

/** Throws what an answer says of why something was not done. */
export function assertSuccess(answer: Term): void {
  const failure = findFailure(answer);
  if (failure !== undefined) raise('rabbitmq.answer', failure);
}

/** Why something was not done; undefined where it was. */
export function findFailure(answer: Term): string | undefined {
  const exit = matchTuple(matchTuple(answer, 'badrpc')?.[1] ?? answer, 'EXIT');
  // Behind the reason stands what was called with what: nobody needs it, and a password may be in it.
  if (exit !== undefined) return describeReason(exit[1] instanceof Tuple ? exit[1].elements[0] : exit[1]);
  const failed =
    matchTuple(answer, 'error') ??
    matchTuple(answer, 'error_string') ??
    matchTuple(answer, 'badrpc') ??
    matchTuple(answer, 'aborted') ??
    matchTuple(answer, 'resources_missing');
  if (failed !== undefined) return describeReason(failed[1]);
  return isAtom(answer, 'not_found') ? 'RabbitMQ says that it is not there' : undefined;
}

function describeReason(reason: Term | undefined): string {
  if (isAtom(reason, 'undef')) return 'this release of RabbitMQ does not know the function that does this';
  const vhost = matchTuple(reason, 'no_such_vhost')?.[1];
  if (vhost !== undefined) return `there is no virtual host '${toText(vhost)}'`;
  const user = matchTuple(reason, 'no_such_user')?.[1];
  if (user !== undefined) return `there is no user '${toText(user)}'`;
  const said = formatTerm(reason);
  return `RabbitMQ says: ${said.length > QUOTED ? `${said.slice(0, QUOTED)}…` : said}`;
}

/** A text, in whichever way Erlang wrote it. */
export function toText(term: Term | undefined): string {
  if (Buffer.isBuffer(term)) return term.toString('utf8');
  if (term instanceof Charlist) return term.bytes.toString('latin1');
  if (term instanceof Atom) return term.name;
  return term === undefined || (Array.isArray(term) && term.length === 0) ? '' : String(term);
}

/** An answer as plain data: maps and lists of pairs are hashes, binaries and atoms are texts. */
export function toPlainData(term: Term): unknown {
  if (term instanceof Atom) return atoms.has(term.name) ? atoms.get(term.name) : term.name;
  if (Buffer.isBuffer(term)) return term.toString('utf8');
  if (term instanceof Charlist) return [...term.bytes];
  if (term instanceof TermMap) return toHash(term.pairs);
  if (term instanceof Tuple) return term.elements.map(toPlainData);
  if (!Array.isArray(term)) return term;
  const list = term;
  return list.length > 0 && list.every(isPair)
    ? toHash(list.map(({ elements }) => elements as readonly [Term, Term]))
    : list.map(toPlainData);
}

/** An answer as a hash; empty if it has another form. */
export function toPlainHash(term: Term): Readonly<Record<string, unknown>> {
  const data = toPlainData(term);
  return isHash(data) ? data : {};
}

/** The value of a key in a list of pairs. */
export function findValue(list: Term | undefined, key: string): Term | undefined {
  if (!Array.isArray(list)) return undefined;
  for (const pair of list) {
    if (pair instanceof Tuple && toText(pair.elements[0]) === key) return pair.elements[1];
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

function toHash(pairs: readonly (readonly [Term, Term])[]): Record<string, unknown> {
  return Object.fromEntries(pairs.map(([key, value]) => [toText(key), toPlainData(value)]));
}

/** Much as Erlang prints it. */
function formatTerm(term: Term | undefined): string {
  if (term instanceof Tuple) return `{${term.elements.map(formatTerm).join(', ')}}`;
  if (term instanceof TermMap)
    return `{${term.pairs.map((pair) => pair.map(formatTerm).join(': ')).join(', ')}}`;
  if (term instanceof Opaque) return '…';
  if (Array.isArray(term)) return term.map(formatTerm).join(', ');
  return toText(term);
}
