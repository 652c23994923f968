import { atom, binary, type Term, tuple } from '../../../hosts/erlang/term.js';

/** A hash of plain values as the broker keeps arguments: each with its type in AMQP. */
export function amqpTable(hash: Readonly<Record<string, unknown>>): Term[] {
  return Object.entries(hash).map(([key, value]) => tuple(binary(key), ...typed(value)));
}

function typed(value: unknown): readonly [Term, Term] {
  if (typeof value === 'boolean') return [atom('bool'), atom(String(value))];
  if (typeof value === 'number') return [atom(Number.isInteger(value) ? 'long' : 'double'), value];
  if (Array.isArray(value)) return [atom('array'), value.map((item) => tuple(...typed(item)))];
  if (typeof value === 'object' && value !== null)
    return [atom('table'), amqpTable(value as Record<string, unknown>)];
  return value === null ? [atom('void'), atom('undefined')] : [atom('longstr'), binary(String(value))];
}
