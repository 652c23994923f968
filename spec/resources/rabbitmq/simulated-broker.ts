import {
  inputOf,
  SimulatedHost,
  type SimulatedHostOptions,
} from '../../../src/hosts/simulated/simulated-host.js';
import { decodeTerms } from '../../../src/resources/rabbitmq/erlang/decode-term.js';
import { encodeTerm } from '../../../src/resources/rabbitmq/erlang/encode-term.js';
import { Atom, atom, binary, type Term, Tuple, tuple } from '../../../src/resources/rabbitmq/erlang/term.js';

/** What a broker answers to a call of one of its functions. */
export type Answers = Readonly<Record<string, Term | ((args: readonly Term[]) => Term)>>;

/** A host whose broker is reached through rabbitmqctl, and what it was asked there. */
export class SimulatedBroker extends SimulatedHost {
  /** Every call that was not about whether the broker runs, as `module:function(arguments)`. */
  readonly calls: string[] = [];
  /** How often rabbitmqctl was started. */
  starts = 0;

  constructor(
    readonly answers: Answers = {},
    beginning: SimulatedHostOptions = {},
  ) {
    super(beginning);
    this.install('rabbitmqctl', (command) => {
      this.starts += 1;
      const encoded = /decode\("([^"]*)"\)/.exec(inputOf(command))?.[1] ?? '';
      const [calls] = decodeTerms(Buffer.from(encoded, 'base64'));
      const answers = (calls as readonly Tuple[]).map((call) => this.#answer(call));
      const text = encodeTerm(answers).toString('base64');
      // As Erlang does: long texts in pieces.
      return `<<"${text.replace(/.{60}/g, '$&"\n  "')}">>\n`;
    });
  }

  #answer({ elements: [module, name, args] }: Tuple): Term {
    const key = `${(module as Atom).name}:${(name as Atom).name}`;
    if (key === 'rabbit:is_running') return (this.answers[key] as Term) ?? atom('true');
    if (key === 'rabbit:is_booting') return atom('false');
    this.calls.push(`${key.replace(/^rabbit_/, '')}(${(args as readonly Term[]).map(shown).join(', ')})`);
    const answer = this.answers[key];
    if (answer === undefined) return atom('ok');
    return typeof answer === 'function' ? answer(args as readonly Term[]) : answer;
  }
}

/** `{error, {no_such_…, Name}}`. */
export function missing(what: string, name: string): Term {
  return tuple(atom('error'), tuple(atom(`no_such_${what}`), binary(name)));
}

/** A term much as Erlang prints it. */
export function shown(term: Term): string {
  if (Buffer.isBuffer(term)) return `"${term.toString('utf8')}"`;
  if (term instanceof Atom) return term.name;
  if (term instanceof Tuple) return `{${term.elements.map(shown).join(',')}}`;
  return Array.isArray(term) ? `[${(term as readonly Term[]).map(shown).join(',')}]` : String(term);
}
