import type { Call } from '../erlang/erlang-node.js';
import { atom, binary, matchTuple, type Term, tuple } from '../erlang/term.js';
import { toText } from './results.js';

/** An argument: strings become binaries, as RabbitMQ expects, and booleans become atoms. */
export type Argument = string | boolean | Term;

/** Creates a call of a function of the broker. */
export function brokerCall(module: string, name: string, ...args: readonly Argument[]): Call {
  return { module, function: name, args: args.map(toTerm) };
}

/** Creates the broker's name of an exchange or a queue. */
export function toResourceTerm(vhost: string, kind: 'exchange' | 'queue', name: string): Term {
  return tuple(atom('resource'), binary(vhost), atom(kind), binary(name));
}

/** The name of an exchange or a queue, with that of its virtual host. */
export interface ResourceName {
  readonly name: string;
  readonly vhost: string;
  readonly kind: string;
}

/** Parses the broker's name of an exchange or a queue. */
export function parseResourceTerm(resource: Term | undefined): ResourceName {
  const [, vhost, kind, name] = matchTuple(resource, 'resource') ?? [];
  return { name: toText(name), vhost: toText(vhost), kind: toText(kind) };
}

function toTerm(argument: Argument): Term {
  if (typeof argument === 'string') return binary(argument);
  return typeof argument === 'boolean' ? atom(String(argument)) : argument;
}
