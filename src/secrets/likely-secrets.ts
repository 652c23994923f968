import { REDACTED } from './secret.js';
import { SHORTEST_SPAN } from './span-index.js';

/** Words in the names of settings and variables that hold secrets. */
const SECRET_NAME = String.raw`[\w./-]*(?:passw|passphrase|secret|token|credential|cookie|private_?key|api_?key|access_?key|auth_?key|encryption_?key)[\w./-]*|[\w./-]*_key|key|pass|pwd|pw`;

/** An address with a password in it: up to the password, the password, what follows. */
const LOGIN = /([a-z][a-z\d+.-]*:\/\/[^\s:/@'"]*:|,[^\s:/@,'"]*:)([^\s@'"]+)(?=@)/gi;

/** What stands for secrets in texts that nobody has marked, and what is left of it. */
const LIKELY: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [LOGIN, `$1${REDACTED}`],
  // A setting on a line of its own, in a comment too: all that follows its name.
  [
    new RegExp(
      String.raw`^([\t #;]*(?:export\s+|set\s+)?["']?(?:${SECRET_NAME})["']?[\t ]*[=:][\t ]*)\S.*$`,
      'gim',
    ),
    `$1${REDACTED}`,
  ],
  // One among others in a line.
  [
    new RegExp(
      String.raw`(["'\s,;&?(](?:${SECRET_NAME})["']?\s?[=:]\s?)("[^"\n]*"|'[^'\n]*'|[^\s,;&"')]+)`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [/\b(DEC(?:\(\d+\))?::\w+\[).*?(\]!)/gs, `$1${REDACTED}$2`],
  [/(\b(?:password|passwd|identified by)\s+)('[^'\n]*'|"[^"\n]*"|[^\s'"=:]+)/gi, `$1${REDACTED}`],
  // Hashes as crypt(5) writes them, and blocks of private keys.
  [/\$(?:[0-9][a-z]?|y|gy|sha1|md5)\$[^\s:'"]+/g, REDACTED],
  [/(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----|$)/gs, `$1\n${REDACTED}\n$2`],
  // A file that holds nothing but one key.
  [/^\s*(?=\S*[A-Z])[\w+/=-]{16,}\s*$/, `${REDACTED}\n`],
];

/** Literals of a manifest or of data that are secrets, as far as a line of it can tell. */
const LITERALS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [LOGIN, `$1${REDACTED}`],
  [/\b(secret\s*(?:<[^>]*>)?\(\s*)("[^"]*"?|'[^']*'?|`[^`]*`?)/g, `$1${REDACTED}`],
  [/\b(secret\.text\s*)(`[^`]*`?)/g, `$1${REDACTED}`],
  [/\b(DEC(?:\(\d+\))?::\w+\[)(.*?)(\]!|$)/g, `$1${REDACTED}$3`],
  [/(?<=\bsecret["']?\s*:\s*true\b.*?)(\bvalue["']?\s*:\s*)("[^"]*"?|'[^']*'?|`[^`]*`?)/g, `$1${REDACTED}`],
  [/(\bvalue["']?\s*:\s*)("[^"]*"?|'[^']*'?|`[^`]*`?)(?=.*\bsecret["']?\s*:\s*true\b)/g, `$1${REDACTED}`],
  [
    new RegExp(
      String.raw`((?<![\w-])["']?(?:[\w:]+::)?(?:${SECRET_NAME})["']?\s*[=:]>?\s*)("[^"]*"?|'[^']*'?|\`[^\`]*\`?)`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  // YAML without quotes.
  [
    new RegExp(
      String.raw`^(\s*(?:- )?["']?(?:[\w:]+::)?(?:${SECRET_NAME})["']?:\s+)(?!\[redacted\]|secret[.(]|[{[|>&*!])([^\s,].*)$`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
];

/** A line of a manifest, or of data, without the secrets that somebody has written into it. */
export function redactSecretLiterals(line: string): string {
  const rest = LITERALS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
  // What is a secret in one place of the line is one in all others.
  return findSecretLiterals(line).reduce((text, literal) => text.replaceAll(literal, REDACTED), rest);
}

/** What others say of a source text, such as a compiler that quotes its literals, without those that are secrets. */
export function redactQuotedSecrets(said: string, source: string): string {
  const literals = new Set(source.split('\n').flatMap(findSecretLiterals));
  return [...literals].reduce((text, literal) => text.replaceAll(`"${literal}"`, `"${REDACTED}"`), said);
}

function findSecretLiterals(line: string): string[] {
  return LITERALS.flatMap(([pattern]) =>
    [...line.matchAll(pattern)].map(([, , literal = '']) => literal.replace(/^["'`]|["'`]$/g, '')),
  ).filter((literal) => literal.length >= SHORTEST_SPAN);
}

/** Whether a setting of this name holds a secret, or an address that has one in it. */
export function isSecretName(name: string): boolean {
  return /passw|secret|token|credential|connection|transport_url|(?:^|[/_])(?:key|sql|url)$|_key$/i.test(
    name,
  );
}

/** Whether there is an address with a password in a text. */
export function hasLogin(text: string): boolean {
  return text.search(LOGIN) >= 0;
}

/** A text with what looks like a secret blanked: for what must hold none although nobody says where they are. */
export function redactLikelySecrets(text: string): string {
  return LIKELY.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}
