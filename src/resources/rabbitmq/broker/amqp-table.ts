import { Atom, atom, binary, type Term, Tuple, tuple } from '../erlang/term.js';
import { toText } from './results.js';

/** Converts a hash to the broker's form of arguments: each value with its AMQP type. */
export function toAmqpTable(hash: Readonly<Record<string, unknown>>): Term[] {
  return Object.entries(hash).map(([key, value]) => tuple(binary(key), ...toTypedValue(value)));
}

function toTypedValue(value: unknown): readonly [Term, Term] {
  if (typeof value === 'boolean') return [atom('bool'), atom(String(value))];
  if (typeof value === 'number') return [atom(Number.isInteger(value) ? 'long' : 'double'), value];
  if (Array.isArray(value)) return [atom('array'), value.map((item) => tuple(...toTypedValue(item)))];
  if (typeof value === 'object' && value !== null)
    return [atom('table'), toAmqpTable(value as Record<string, unknown>)];
  return value === null ? [atom('void'), atom('undefined')] : [atom('longstr'), binary(String(value))];
}

/** Converts the broker's form of arguments to a hash. */
export function fromAmqpTable(table: Term | undefined): Record<string, unknown> {
  return Object.fromEntries(
    toItems(table).flatMap((entry) => {
      const [key, type, value] = entry instanceof Tuple ? entry.elements : [];
      return key === undefined ? [] : [[toText(key), fromTypedValue(type, value)] as const];
    }),
  );
}

function fromTypedValue(type: Term | undefined, value: Term | undefined): unknown {
  const kind = toText(type);
  if (kind === 'table') return fromAmqpTable(value);
  if (kind === 'array') return toItems(value).map((item) => fromTypedValue(...toPair(item)));
  if (value instanceof Atom) return kind === 'bool' ? value.name === 'true' : null;
  return typeof value === 'bigint' ? Number(value) : typeof value === 'number' ? value : toText(value);
}

function toItems(value: Term | undefined): readonly Term[] {
  return Array.isArray(value) ? value : [];
}

function toPair(item: Term): readonly [Term | undefined, Term | undefined] {
  return item instanceof Tuple ? [item.elements[0], item.elements[1]] : [undefined, undefined];
}
