import { raise } from '../../../errors/glance-apply-error.js';
import { quoteLiteral } from '../quote.js';

const ALONE = ['NONE', 'SSL', 'X509'];
const DETAIL = /^(CIPHER|ISSUER|SUBJECT)\s+(?:'(.*)'|"(.*)"|(.+))$/is;

/** The columns of an account's TLS requirements. */
export interface TlsColumns {
  readonly type: string;
  readonly cipher: string;
  readonly issuer: string;
  readonly subject: string;
}

/** Normalizes options: `ISSUER '/CN=x'`, sorted, regardless of the quotes. Unknown options are kept. */
export function normalizeTlsOptions(options: readonly string[]): string[] {
  return options.map((option) => normalizeOption(option.trim())).sort();
}

/** Reports invalid options among normalized ones. */
export function* checkTlsOptions(options: readonly string[]): Iterable<string> {
  if (options.some((one) => ALONE.includes(one))) {
    if (options.length > 1) yield `${ALONE.join(', ')} in tls_options cannot be combined`;
    return;
  }
  for (const one of options) if (!DETAIL.test(one)) yield `'${one}' is not a TLS option`;
}

/** Formats the REQUIRE clause. */
export function formatRequireClause(options: readonly string[]): string {
  if (options.length === 0) return 'REQUIRE NONE';
  if (options.length === 1 && ALONE.includes(String(options[0]))) return `REQUIRE ${options[0]}`;
  const parts = options.map((option) => {
    const detail = parseOption(option);
    if (detail === undefined) raise('mysql.value', `'${option}' is not a TLS option`);
    return `${detail.word} ${quoteLiteral(detail.value)}`;
  });
  return `REQUIRE ${parts.join(' AND ')}`;
}

/** Converts the columns of a server to normalized options. */
export function toTlsOptions({ type, cipher, issuer, subject }: TlsColumns): string[] {
  if (type === 'ANY') return ['SSL'];
  if (type === 'X509') return ['X509'];
  if (type !== 'SPECIFIED') return ['NONE'];
  const details = { CIPHER: cipher, ISSUER: issuer, SUBJECT: subject };
  return Object.entries(details).flatMap(([word, value]) => (value === '' ? [] : [`${word} '${value}'`]));
}

function normalizeOption(option: string): string {
  const detail = parseOption(option);
  return detail === undefined ? option.toUpperCase() : `${detail.word} '${detail.value}'`;
}

function parseOption(option: string): { word: string; value: string } | undefined {
  const [, word, single, double, plain] = DETAIL.exec(option) ?? [];
  return word === undefined
    ? undefined
    : { word: word.toUpperCase(), value: single ?? double ?? plain ?? '' };
}
