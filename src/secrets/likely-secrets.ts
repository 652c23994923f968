import { REDACTED } from './secret.js';
import { SHORTEST_SPAN } from './span-index.js';

/** Matches the names of settings and variables that contain secrets. */
const SECRET_NAME = String.raw`[\w./-]*(?:passw|passphrase|secret|token|credential|cookie|private_?key|api_?key|access_?key|auth_?key|encryption_?key)[\w./-]*|[\w./-]*_key|key|pass|pwd|pw`;

/** Matches a URL with a password: the part before the password, and the password. */
const LOGIN = /([a-z][a-z\d+.-]*:\/\/[^\s:/@'"]*:|,[^\s:/@,'"]*:)([^\s@'"]+)(?=@)/gi;

/** Patterns of likely secrets in text without marked secrets, and their replacements. */
const LIKELY: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [LOGIN, `$1${REDACTED}`],
  // A setting on its own line, also in a comment: everything after its name.
  [
    new RegExp(
      String.raw`^([\t #;]*(?:export\s+|set\s+)?["']?(?:${SECRET_NAME})["']?[\t ]*[=:][\t ]*)\S.*$`,
      'gim',
    ),
    `$1${REDACTED}`,
  ],
  // A setting among others on one line.
  [
    new RegExp(
      String.raw`(["'\s,;&?(](?:${SECRET_NAME})["']?\s?[=:]\s?)("[^"\n]*"|'[^'\n]*'|[^\s,;&"')]+)`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [/\b(DEC(?:\(\d+\))?::\w+\[).*?(\]!)/gs, `$1${REDACTED}$2`],
  [/(\b(?:password|passwd|identified by)\s+)('[^'\n]*'|"[^"\n]*"|[^\s'"=:]+)/gi, `$1${REDACTED}`],
  // Password hashes of crypt(5), and private key blocks.
  [/\$(?:[0-9][a-z]?|y|gy|sha1|md5)\$[^\s:'"]+/g, REDACTED],
  [/(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END [A-Z ]*PRIVATE KEY-----|$)/gs, `$1\n${REDACTED}\n$2`],
  // A file that contains only a key.
  [/^\s*(?=\S*[A-Z])[\w+/=-]{16,}\s*$/, `${REDACTED}\n`],
];

/** Literals of a manifest or of data that are secrets, as far as a single line shows. */
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

/** Redacts the secret literals in a line of a manifest or of data. */
export function redactSecretLiterals(line: string): string {
  const rest = LITERALS.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
  // A secret is redacted wherever it occurs in the line.
  return findSecretLiterals(line).reduce((text, literal) => text.replaceAll(literal, REDACTED), rest);
}

/** Redacts the secret literals of a source in the output of another program, such as a compiler that quotes literals. */
export function redactQuotedSecrets(message: string, source: string): string {
  const literals = new Set(source.split('\n').flatMap(findSecretLiterals));
  return [...literals].reduce((text, literal) => text.replaceAll(`"${literal}"`, `"${REDACTED}"`), message);
}

function findSecretLiterals(line: string): string[] {
  return LITERALS.flatMap(([pattern]) =>
    [...line.matchAll(pattern)].map(([, , literal = '']) => literal.replace(/^["'`]|["'`]$/g, '')),
  ).filter((literal) => literal.length >= SHORTEST_SPAN);
}

/** Returns whether a setting of this name contains a secret, or a URL with one. */
export function isSecretName(name: string): boolean {
  return /passw|secret|token|credential|connection|transport_url|(?:^|[/_])(?:key|sql|url)$|_key$/i.test(
    name,
  );
}

/** Returns whether a text contains a URL with a password. */
export function hasLogin(text: string): boolean {
  return text.search(LOGIN) >= 0;
}

/** Redacts everything that looks like a secret, in text whose secrets are not known. */
export function redactLikelySecrets(text: string): string {
  return LIKELY.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
}
