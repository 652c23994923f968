import type { Session } from '../../../engine/session.js';
import { Secret } from '../../../secrets/secret.js';
import { describeExit } from '../../tools/command-result.js';
import type { Login } from './logins.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';
import { type Dialect, toTlsArguments } from './tls-arguments.js';

/** The names of the program: MariaDB's own first. */
const PROGRAMS = ['mariadb', 'mysql'];

/** The output format; a server must not be able to request files of this host. */
const FORMAT = ['--batch', '--binary-mode', '--xml', '--default-character-set=utf8mb4', '--local-infile=0'];

/** An error as the program prints it: `ERROR 1045 (28000) at line 1: Access denied …`. */
const REFUSAL = /^ERROR (\d+) \([^)]*\)(?: at line \d+)?: (.*)$/ms;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
};

/**
 * Queries a server through its command-line client: on hosts to which no stream can be opened, and for authentication
 * methods that only the client supports. Statements are written to its standard input, and passwords stay in files that it
 * reads.
 */
export class ProgramClient implements SqlClient {
  readonly alive = true;

  constructor(
    private readonly session: Session,
    private readonly login: Login,
    /** Statements that precede each query, because a session lasts only for one call. */
    private readonly preamble: readonly string[] = [],
  ) {}

  /** Returns the same client with statements that precede each query. */
  withPreamble(statements: readonly string[]): ProgramClient {
    return new ProgramClient(this.session, this.login, statements);
  }

  async query(statements: readonly string[]): Promise<readonly (readonly Row[])[]> {
    const { host, signal } = this.session;
    const input = new Secret(`${[...this.preamble, ...statements].join(';\n')};\n`);
    for (const program of PROGRAMS) {
      const tls = await this.#toTlsArguments(program);
      if (tls === undefined) continue;
      // An option that names the option file must be the first.
      const argv = [program, ...this.login.argv, ...tls, ...FORMAT] as const;
      const result = await host.run({ argv, input, signal, environment: { HOME: '/root' } });
      if (result.failure === 'ENOENT') continue;
      if (result.status === 0) return parseXml(result.stdout);
      const [, number, message] = REFUSAL.exec(result.stderr) ?? [];
      const reason = message?.trim() ?? (result.stderr.trim() || `it ${describeExit(program, result)}`);
      // Numbers from 2000 to 2999 are the client's own: no server was reached.
      const isClientError = number === undefined || (Number(number) >= 2000 && Number(number) < 3000);
      throw new SqlError(
        reason,
        isClientError ? undefined : Number(number),
        isClientError ? 'UNREACHED' : undefined,
      );
    }
    throw new SqlError(
      `neither of the programs ${PROGRAMS.join(' and ')} is installed on the host`,
      undefined,
      'ENOENT',
    );
  }

  async close(): Promise<void> {}

  /** Returns the TLS arguments of a program; undefined if it is not installed. */
  async #toTlsArguments(program: string): Promise<string[] | undefined> {
    if ('path' in this.login.endpoint) return [];
    const dialect = await this.session.once(`dialect of ${program}`, () => this.#detectDialect(program));
    return dialect && toTlsArguments(this.login, dialect);
  }

  /** MariaDB's client is also called `mysql`. */
  async #detectDialect(program: string): Promise<Dialect | undefined> {
    const { host, signal } = this.session;
    const { stdout, failure } = await host.run({ argv: [program, '--no-defaults', '--version'], signal });
    if (failure === 'ENOENT') return undefined;
    return program === 'mariadb' || /mariadb/i.test(stdout) ? 'mariadb' : 'mysql';
  }
}

/**
 * Parses the output of `--xml`. An XML parser would refuse it: it has a document per statement, and values contain
 * control characters that XML does not allow.
 */
function parseXml(text: string): Row[][] {
  return [...text.matchAll(/<resultset\b[^>]*?(?:\/>|>(.*?)<\/resultset>)/gs)].map(([, rows = '']) =>
    [...rows.matchAll(/<row>(.*?)<\/row>/gs)].map(([, fields = '']) => parseRow(fields)),
  );
}

function parseRow(fields: string): Row {
  const row: Record<string, string | null> = {};
  for (const [, name = '', nil, value = ''] of fields.matchAll(
    /<field name="([^"]*)"\s*(?:(xsi:nil="true"\s*)\/>|>(.*?)<\/field>)/gs,
  )) {
    row[decodeEntities(name).toLowerCase()] = nil === undefined ? decodeEntities(value) : null;
  }
  return row;
}

function decodeEntities(text: string): string {
  return text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}
