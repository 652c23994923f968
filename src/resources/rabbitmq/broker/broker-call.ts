import type { Call } from '../erlang/erlang-node.js';
import { atom, binary, matchTuple, type Term, tuple } from '../erlang/term.js';
import { toText } from './results.js';

/** An argument: texts become binaries, as RabbitMQ wants all of them, and truths become atoms. */
export type Argument = string | boolean | Term;

/** A call of a function of the broker. */
export function brokerCall(module: string, name: string, ...args: readonly Argument[]): Call {
  return { module, function: name, args: args.map(toTerm) };
}

/** How the broker names an exchange or a queue. */
export function toResourceTerm(vhost: string, kind: 'exchange' | 'queue', name: string): Term {
  return tuple(atom('resource'), binary(vhost), atom(kind), binary(name));
}

/** An exchange or a queue by its name and that of its virtual host. */
export interface ResourceName {
  readonly name: string;
  readonly vhost: string;
  readonly kind: string;
}

/** What the broker's name for an exchange or a queue says. */
export function parseResourceTerm(resource: Term | undefined): ResourceName {
  const [, vhost, kind, name] = matchTuple(resource, 'resource') ?? [];
  return { name: toText(name), vhost: toText(vhost), kind: toText(kind) };
}

function toTerm(argument: Argument): Term {
  if (typeof argument === 'string') return binary(argument);
  return typeof argument === 'boolean' ? atom(String(argument)) : argument;
}
