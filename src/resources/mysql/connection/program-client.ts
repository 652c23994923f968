import type { Session } from '../../../engine/session.js';
import { Secret } from '../../../secrets/secret.js';
import type { Login } from './logins.js';
import { type Row, type SqlClient, SqlError } from './sql-client.js';
import { type Dialect, toTlsArguments } from './tls-arguments.js';

/** How the program calls itself: MariaDB's own name first. */
const PROGRAMS = ['mariadb', 'mysql'];

/** A server must not be able to ask for files of this host. */
const FORMAT = ['--batch', '--binary-mode', '--xml', '--default-character-set=utf8mb4', '--local-infile=0'];

/** An error as the program says it: `ERROR 1045 (28000) at line 1: Access denied …`. */
const REFUSAL = /^ERROR (\d+) \([^)]*\)(?: at line \d+)?: (.*)$/ms;

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
};

/**
 * Talks to a server through its command-line client: on hosts to which no stream can be opened, and for ways to log in
 * that only the client knows. Statements go through its standard input, and passwords stay in files that it reads.
 */
export class ProgramClient implements SqlClient {
  readonly alive = true;

  constructor(
    private readonly session: Session,
    private readonly login: Login,
    /** What every call begins with: a session lasts no longer. */
    private readonly beginning: readonly string[] = [],
  ) {}

  /** The same client, with statements before all others. */
  withPreamble(statements: readonly string[]): ProgramClient {
    return new ProgramClient(this.session, this.login, statements);
  }

  async query(statements: readonly string[]): Promise<readonly (readonly Row[])[]> {
    const { host, signal } = this.session;
    const input = new Secret(`${[...this.beginning, ...statements].join(';\n')};\n`);
    for (const program of PROGRAMS) {
      const tls = await this.#toTlsArguments(program);
      if (tls === undefined) continue;
      // An option that names the file to read has to be the first.
      const argv = [program, ...this.login.argv, ...tls, ...FORMAT] as const;
      const result = await host.run({ argv, input, signal, environment: { HOME: '/root' } });
      if (result.failure === 'ENOENT') continue;
      if (result.status === 0) return parseXml(result.stdout);
      const [, number, message] = REFUSAL.exec(result.stderr) ?? [];
      const said =
        message?.trim() ?? (result.stderr.trim() || (result.failure ?? `it ended with ${result.status}`));
      // Numbers from 2000 on are the client's own: no server was reached.
      const own = number === undefined || (Number(number) >= 2000 && Number(number) < 3000);
      throw new SqlError(said, own ? undefined : Number(number), own ? 'UNREACHED' : undefined);
    }
    throw new SqlError(`there is no ${PROGRAMS.join(' and no ')} program on the host`, undefined, 'ENOENT');
  }

  async close(): Promise<void> {}

  /** What a program is told of TLS; undefined where it is not on the host, whatever it would be told. */
  async #toTlsArguments(program: string): Promise<string[] | undefined> {
    if ('path' in this.login.endpoint) return [];
    const dialect = await this.session.once(`dialect of ${program}`, () => this.#detectDialect(program));
    return dialect && toTlsArguments(this.login, dialect);
  }

  /** MariaDB's client has the name `mysql`, too. */
  async #detectDialect(program: string): Promise<Dialect | undefined> {
    const { host, signal } = this.session;
    const { stdout, failure } = await host.run({ argv: [program, '--no-defaults', '--version'], signal });
    if (failure === 'ENOENT') return undefined;
    return program === 'mariadb' || /mariadb/i.test(stdout) ? 'mariadb' : 'mysql';
  }
}

/** Results as `--xml` prints them. */
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
