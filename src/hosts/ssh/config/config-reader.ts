import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type Diagnostic, warning } from '../../../errors/diagnostic.js';
import { codeOf } from '../../../errors/error-code.js';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../../errors/source-location.js';
import type { Account } from './account.js';
import { expandHome } from './expand.js';
import { expandGlob } from './expand-glob.js';
import { HARMLESS, KNOWN } from './known-options.js';
import { type MatchContext, matchesCriteria } from './match-criteria.js';
import { matchesPatterns } from './match-pattern.js';
import { REPEATABLE, splitWords } from './option-values.js';
import type { Target } from './target.js';

/** How deep files may include others, as in OpenSSH. */
const DEPTH = 16;

/** The write permission of the group and of others. */
const WRITABLE = 0o022;

/** Reads configuration files of SSH, and keeps the options that apply to one destination: the first value counts. */
export class ConfigReader {
  readonly values = new Map<string, string[]>();
  readonly warnings: Diagnostic[] = [];
  #isFinal = false;
  #wantsFinal = false;
  /** Keywords that a warning was given for. */
  readonly #named = new Set<string>();

  constructor(
    private readonly target: Target,
    private readonly account: Account,
  ) {
    if (target.user !== undefined) this.values.set('user', [target.user]);
    if (target.port !== undefined) this.values.set('port', [String(target.port)]);
  }

  /**
   * Returns whether the files have to be read again, because they contain `Match final` or `Match canonical`, which
   * refer to the name that the first reading has found.
   */
  beginFinalPass(): boolean {
    if (this.#isFinal || !this.#wantsFinal) return false;
    this.#isFinal = true;
    this.values.set('hostname', [this.#hostname().toLowerCase()]);
    return true;
  }

  /** @param directory The one that paths of `Include` are relative to. */
  readFile(path: string, directory: string, required?: 'required'): void {
    this.#read(path, { directory, depth: 0, isActive: true, required: required !== undefined });
  }

  #read(path: string, from: Source): void {
    if (from.depth > DEPTH)
      raise('ssh.config', `the SSH configuration ${path} is included by too many files`, {
        hint: 'look for a file that includes itself',
      });
    const text = this.#load(path, from.required);
    if (text === undefined) return;
    let isActive = from.isActive;
    for (const [index, line] of text.split('\n').entries()) {
      const location = { file: path, line: index + 1 };
      const [, keyword, rest = ''] = /^\s*([^\s=#"]+)(?:\s*=\s*|\s+|$)(.*)$/.exec(line) ?? [];
      if (keyword === undefined) continue;
      const name = keyword.toLowerCase();
      const words = splitWords(rest);
      if (name === 'host') isActive = from.isActive && matchesPatterns(this.#originalHost(), words);
      else if (name === 'match') isActive = this.#matches(words, location, from.isActive);
      else if (name === 'include') this.#include(words, { ...from, isActive });
      else if (isActive) this.#set(name, words, rest, keyword, location);
    }
  }

  #load(path: string, required: boolean): string | undefined {
    try {
      const { uid, mode } = statSync(path);
      if ((uid !== 0 && uid !== this.account.uid) || (mode & WRITABLE) !== 0)
        raise('ssh.config', `the SSH configuration ${path} can be changed by other users`, {
          hint: `run chmod go-w ${path}, and give it to your user`,
        });
      return readFileSync(path, 'utf8');
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT' && !required) return undefined;
      if (codeOf(cause) === undefined) throw cause;
      return raise('ssh.config', `the SSH configuration ${path} cannot be read: ${messageOf(cause)}`, {
        hint: 'correct the path or its permissions',
        cause,
      });
    }
  }

  #include(words: readonly string[], from: Source): void {
    for (const word of words) {
      const path = expandHome(word, this.account);
      const pattern = isAbsolute(path) ? path : join(from.directory, path);
      for (const file of expandGlob(pattern))
        this.#read(file, { ...from, depth: from.depth + 1, required: false });
    }
  }

  #matches(words: readonly string[], location: SourceLocation, isActive: boolean): boolean {
    const context: MatchContext = {
      originalHost: this.#originalHost(),
      host: this.#hostname(),
      user: this.values.get('user')?.[0] ?? this.account.name,
      localUser: this.account.name,
      isFinal: this.#isFinal,
    };
    const { result, wantsFinal, unsupported } = matchesCriteria(words, context, location);
    this.#wantsFinal ||= wantsFinal;
    if (isActive && unsupported !== undefined)
      this.#warn(
        `match ${unsupported}`,
        `Match ${unsupported} is not evaluated: its block is left out`,
        location,
      );
    return isActive && result;
  }

  /** The second time, OpenSSH compares the name in lower case. */
  #originalHost(): string {
    return this.#isFinal ? this.target.host.toLowerCase() : this.target.host;
  }

  #hostname(): string {
    const name = this.values.get('hostname')?.[0] ?? this.target.host;
    return name.replace(/%(.)/g, (token, letter: string) =>
      letter === 'h' ? this.target.host : letter === '%' ? '%' : token,
    );
  }

  #set(
    name: string,
    words: readonly string[],
    rest: string,
    keyword: string,
    location: SourceLocation,
  ): void {
    if (!KNOWN.has(name)) {
      if (!HARMLESS.has(name))
        this.#warn(name, `the option ${keyword} is not supported and has no effect`, location);
      return;
    }
    if (words.length === 0)
      raise('ssh.config', `the option ${keyword} has no value`, {
        location,
        hint: 'give a value, or remove the line',
      });
    const [first = ''] = words;
    const isWhole = name === 'proxycommand' || name === 'knownhostscommand';
    const isList = name === 'userknownhostsfile' || name === 'globalknownhostsfile';
    const value = isWhole ? rest.trim() : isList ? rest.trim() : first;
    const before = this.values.get(name);
    if (before === undefined) this.values.set(name, [value]);
    else if (REPEATABLE.has(name) && !before.includes(value)) before.push(value);
    if (name === 'hostname' && before === undefined) this.values.set(name, [this.#hostname()]);
  }

  #warn(name: string, what: string, location: SourceLocation): void {
    if (this.#named.has(name)) return;
    this.#named.add(name);
    this.warnings.push(
      warning('ssh.config-unsupported', `in the SSH configuration, ${what}`, {
        location,
        hint: 'install the client of OpenSSH on this machine: then its own reading of the configuration is used',
      }),
    );
  }
}

/** How a file is read. */
interface Source {
  readonly directory: string;
  readonly depth: number;
  /** Whether the block that includes it applies. */
  readonly isActive: boolean;
  readonly required: boolean;
}
