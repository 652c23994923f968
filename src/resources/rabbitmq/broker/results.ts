import { isHash } from '../../../data/is-hash.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { Atom, Charlist, isAtom, matchTuple, Opaque, type Term, TermMap, Tuple } from '../erlang/term.js';

/** The number of characters of a result that a message quotes. */
const QUOTED = 300;

/**
 * Checks the result of a call.
 * @throws {GlanceApplyError} if it reports a failure.
 */
export function assertSuccess(result: Term): void {
  const failure = findFailure(result);
  if (failure !== undefined) raise('rabbitmq.answer', failure);
}

/** Returns the failure that a result reports; undefined if the call has succeeded. */
export function findFailure(result: Term): string | undefined {
  const exit = matchTuple(matchTuple(result, 'badrpc')?.[1] ?? result, 'EXIT');
  // The reason is followed by the function and its arguments, which may contain a password.
  if (exit !== undefined) return describeReason(exit[1] instanceof Tuple ? exit[1].elements[0] : exit[1]);
  const failed =
    matchTuple(result, 'error') ??
    matchTuple(result, 'error_string') ??
    matchTuple(result, 'badrpc') ??
    matchTuple(result, 'aborted') ??
    matchTuple(result, 'resources_missing');
  if (failed !== undefined) return describeReason(failed[1]);
  return isAtom(result, 'not_found') ? 'RabbitMQ reports that it does not exist' : undefined;
}

function describeReason(reason: Term | undefined): string {
  if (isAtom(reason, 'undef')) return 'this release of RabbitMQ does not have the function for this';
  const vhost = matchTuple(reason, 'no_such_vhost')?.[1];
  if (vhost !== undefined) return `the virtual host '${toText(vhost)}' does not exist`;
  const user = matchTuple(reason, 'no_such_user')?.[1];
  if (user !== undefined) return `the user '${toText(user)}' does not exist`;
  const said = formatTerm(reason);
  return `RabbitMQ reports: ${said.length > QUOTED ? `${said.slice(0, QUOTED)}…` : said}`;
}

/** Converts any of Erlang's forms of a string to a string. */
export function toText(term: Term | undefined): string {
  if (Buffer.isBuffer(term)) return term.toString('utf8');
  if (term instanceof Charlist) return term.bytes.toString('latin1');
  if (term instanceof Atom) return term.name;
  return term === undefined || (Array.isArray(term) && term.length === 0) ? '' : String(term);
}

/** Converts a term to plain data: maps and lists of pairs become hashes, binaries and atoms become strings. */
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

/** Converts a term to a hash; empty if it has another form. */
export function toPlainHash(term: Term): Readonly<Record<string, unknown>> {
  const data = toPlainData(term);
  return isHash(data) ? data : {};
}

/** Returns the value of a key in a list of pairs. */
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

/** Formats a term much like Erlang prints it. */
function formatTerm(term: Term | undefined): string {
  if (term instanceof Tuple) return `{${term.elements.map(formatTerm).join(', ')}}`;
  if (term instanceof TermMap)
    return `{${term.pairs.map((pair) => pair.map(formatTerm).join(': ')).join(', ')}}`;
  if (term instanceof Opaque) return '…';
  if (Array.isArray(term)) return term.map(formatTerm).join(', ');
  return toText(term);
}
