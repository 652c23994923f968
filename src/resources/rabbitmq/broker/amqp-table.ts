import { Atom, atom, binary, type Term, Tuple, tuple } from '../erlang/term.js';
import { text } from './answers.js';

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

/** Arguments that the broker keeps, as a hash of plain values. */
export function amqpHash(table: Term | undefined): Record<string, unknown> {
  return Object.fromEntries(
    itemsOf(table).flatMap((entry) => {
      const [key, type, value] = entry instanceof Tuple ? entry.elements : [];
      return key === undefined ? [] : [[text(key), untyped(type, value)] as const];
    }),
  );
}

function untyped(type: Term | undefined, value: Term | undefined): unknown {
  const kind = text(type);
  if (kind === 'table') return amqpHash(value);
  if (kind === 'array') return itemsOf(value).map((item) => untyped(...pairOf(item)));
  if (value instanceof Atom) return kind === 'bool' ? value.name === 'true' : null;
  return typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : text(value);
}

function itemsOf(value: Term | undefined): readonly Term[] {
  return Array.isArray(value) ? (value as readonly Term[]) : [];
}

function pairOf(item: Term): readonly [Term | undefined, Term | undefined] {
  return item instanceof Tuple ? [item.elements[0], item.elements[1]] : [undefined, undefined];
}
