import { type Account, formatAccount } from '../account.js';
import { formatTarget, type Target } from '../target.js';
import { normalizePrivileges } from './compare-privileges.js';

/** The privileges of an account on one target. */
export interface Grant {
  readonly target: Target;
  /** Normalized and sorted. */
  readonly privileges: readonly string[];
  /** Whether the account may grant them. */
  readonly grantable: boolean;
}

/** A word or a quoted string of a statement. */
interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

/** A token without quotes: a punctuation character or a word. */
const PLAIN = /[(),.@]|[^\s`'"(),.@]+/y;

/**
 * Parses the output of SHOW GRANTS for an account, by target. The lines of one target are merged: MySQL prints dynamic
 * privileges in lines of their own. Roles and their privileges are omitted.
 */
export function parseGrants(lines: readonly string[], account: Account): ReadonlyMap<string, Grant> {
  const grants = new Map<string, Grant>();
  for (const line of lines) {
    const grant = parseGrant(tokenize(line), account);
    if (grant === undefined) continue;
    const key = formatTarget(grant.target);
    const known = grants.get(key);
    grants.set(key, {
      target: grant.target,
      privileges: normalizePrivileges([...grant.privileges, ...(known?.privileges ?? [])]),
      grantable: grant.grantable || known?.grantable === true,
    });
  }
  return grants;
}

function parseGrant(tokens: readonly Token[], account: Account): Grant | undefined {
  const on = tokens.findIndex(({ text, quoted }) => !quoted && text === 'ON');
  const to = tokens.findIndex(({ text, quoted }, at) => at > on && !quoted && text === 'TO');
  if (on < 0 || to < 0 || tokens[0]?.text !== 'GRANT') return undefined;
  const [user, at, host] = tokens.slice(to + 1);
  const receiver = at?.text === '@' ? { user: user?.text ?? '', host: host?.text ?? '' } : undefined;
  if (receiver === undefined || formatAccount(receiver) !== formatAccount(account)) return undefined;
  const target = parseTargetTokens(tokens.slice(on + 1, to));
  if (target === undefined) return undefined;
  const words = tokens.slice(to + 4).map(({ text, quoted }) => (quoted ? '' : text));
  return {
    target,
    privileges: normalizePrivileges(parsePrivilegeTokens(tokens.slice(1, on))),
    grantable: words.includes('OPTION'),
  };
}

function parsePrivilegeTokens(tokens: readonly Token[]): string[] {
  const privileges: string[] = [];
  let words: string[] = [];
  let columns: string[] | undefined;
  for (const { text, quoted } of [...tokens, { text: ',', quoted: false }]) {
    if (columns !== undefined && (quoted || !',()'.includes(text))) columns.push(text);
    else if (text === '(') columns = [];
    else if (text === ')') {
      words.push(`(${columns?.join(', ')})`);
      columns = undefined;
    } else if (text !== ',') words.push(text);
    else if (columns === undefined) {
      privileges.push(words.join(' '));
      words = [];
    }
  }
  return privileges.filter((privilege) => privilege !== '');
}

function parseTargetTokens(tokens: readonly Token[]): Target | undefined {
  const dot = tokens.findIndex(({ text, quoted }) => text === '.' && !quoted);
  if (dot < 1) {
    const [user, at, host] = tokens;
    if (user === undefined || at?.text !== '@') return undefined;
    return { kind: 'PROXY', account: { user: user.text, host: host?.text ?? '' } };
  }
  const kind = tokens
    .slice(0, dot - 1)
    .map(({ text }) => text)
    .join(' ');
  return { kind: kind as '', database: tokens[dot - 1]?.text ?? '', name: tokens[dot + 1]?.text ?? '' };
}

/** Splits a line in one pass, whatever its content. An unclosed quote extends to the end of the line. */
function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < line.length; ) {
    const letter = line.charAt(at);
    if ('`\'"'.includes(letter)) {
      const { text, end } = readQuoted(line, at + 1, letter);
      tokens.push({ text, quoted: true });
      at = end;
      continue;
    }
    PLAIN.lastIndex = at;
    const text = PLAIN.exec(line)?.[0] ?? '';
    if (text !== '') tokens.push({ text, quoted: false });
    at += Math.max(1, text.length);
  }
  return tokens;
}

/** Reads a quoted string from its first character. Returns its content, with doubled and escaped quotes resolved, and the index after it. */
function readQuoted(line: string, start: number, quote: string): { text: string; end: number } {
  const parts: string[] = [];
  const stop = quote === '`' ? /`/g : new RegExp(`[\\\\${quote}]`, 'g');
  for (let at = start; ; ) {
    stop.lastIndex = at;
    const found = stop.exec(line);
    if (found === null) return { text: parts.join('') + line.slice(at), end: line.length };
    parts.push(line.slice(at, found.index));
    const next = line.charAt(found.index + 1);
    if (found[0] === quote && next !== quote) return { text: parts.join(''), end: found.index + 1 };
    parts.push(next);
    at = found.index + 2;
  }
}
