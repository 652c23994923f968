import type { Call } from '../../../hosts/erlang/erlang-node.js';
import { atom, binary, type Term, tuple } from '../../../hosts/erlang/term.js';

/** An argument: texts become binaries, as RabbitMQ wants all of them, and truths become atoms. */
export type Argument = string | boolean | Term;

/** A call of a function of the broker. */
export function call(module: string, name: string, ...args: readonly Argument[]): Call {
  return { module, function: name, args: args.map(toTerm) };
}

/** How the broker names an exchange or a queue. */
export function resource(vhost: string, kind: 'exchange' | 'queue', name: string): Term {
  return tuple(atom('resource'), binary(vhost), atom(kind), binary(name));
}

function toTerm(argument: Argument): Term {
  if (typeof argument === 'string') return binary(argument);
  return typeof argument === 'boolean' ? atom(String(argument)) : argument;
}
