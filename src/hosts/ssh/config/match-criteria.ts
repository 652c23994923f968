import { raise } from '../../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import { matchesPatterns } from './match-pattern.js';

/** What the criteria of a `Match` line are compared with. */
export interface MatchContext {
  readonly originalHost: string;
  readonly host: string;
  readonly user: string;
  readonly localUser: string;
  /** Whether the files are being read for the second time. */
  readonly isFinal: boolean;
}

/** The result of a `Match` line. */
interface MatchResult {
  readonly result: boolean;
  /** Whether the files have to be read a second time. */
  readonly wantsFinal: boolean;
  /** A criterion that is not evaluated, so that the line does not match. */
  readonly unsupported?: string | undefined;
}

/** Evaluates the criteria of a `Match` line. All of them have to hold. */
export function matchesCriteria(
  words: readonly string[],
  context: MatchContext,
  location: SourceLocation,
): MatchResult {
  let [result, wantsFinal]: [boolean, boolean] = [true, false];
  let unsupported: string | undefined;
  const rest = words.flatMap((word) => splitEquals(word));
  if (rest.length === 0) refuse('has no criteria', location);
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const isNegated = word.startsWith('!');
    const name = word.slice(isNegated ? 1 : 0).toLowerCase();
    if (name === 'all') continue;
    if (name === 'final' || name === 'canonical') {
      wantsFinal ||= name === 'final';
      if (context.isFinal === isNegated) result = false;
      continue;
    }
    const value = rest.shift() ?? refuse(`gives ${name} no value`, location);
    const subject = subjectOf(name, context);
    if (subject === undefined) {
      unsupported ??= name;
      result = false;
    } else if (matchesPatterns(subject, patternsOf(name, value)) === isNegated) result = false;
  }
  return { result, wantsFinal, unsupported };
}

function splitEquals(word: string): string[] {
  const [, name, value] = /^(!?[a-z]+)=(.*)$/is.exec(word) ?? [];
  return name === undefined || value === undefined ? [word] : [name, value];
}

function patternsOf(name: string, value: string): string[] {
  return (name.endsWith('host') ? value.toLowerCase() : value).split(',');
}

function subjectOf(name: string, context: MatchContext): string | undefined {
  switch (name) {
    case 'host':
      return context.host;
    case 'originalhost':
      return context.originalHost;
    case 'user':
      return context.user;
    case 'localuser':
      return context.localUser;
    default:
      return undefined;
  }
}

function refuse(what: string, location: SourceLocation): never {
  return raise('ssh.config', `the Match line of the SSH configuration ${what}`, {
    location,
    hint: 'write Match all, or criteria such as Match host *.example.org user root',
  });
}
