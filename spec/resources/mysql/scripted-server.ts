import { inputOf, SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';

type Rows = readonly Readonly<Record<string, string | null>>[];

/** What a server has, for specs of what it is asked and told. */
export interface Script {
  readonly databases?: Rows;
  readonly users?: Rows;
  readonly plugins?: Rows;
  readonly rights?: Rows;
  readonly methods?: Rows;
  /** What SHOW GRANTS says, by the account as a statement has it. */
  readonly grants?: Readonly<Record<string, readonly string[]>>;
}

/** A host with the server's command-line client; what it is told changes nothing, and is written down. */
export class ScriptedServer {
  /** Statements that would change something, in order. */
  readonly told: string[] = [];
  /** Questions, each with all its statements. */
  readonly asked: string[][] = [];
  readonly host: SimulatedHost;
  /** What the client says in place of an answer: `ERROR 1045 (28000): …`. */
  refusal: string | undefined;

  constructor(script: Script, files: Readonly<Record<string, string>> = {}) {
    this.host = new SimulatedHost({
      files,
      programs: {
        mariadb: (command) => {
          if (this.refusal !== undefined) return { status: 1, stderr: this.refusal };
          return this.#answer(script, inputOf(command));
        },
      },
    });
  }

  #answer(script: Script, input: string): string {
    const statements = input.split(/;\n/).filter((one) => one !== '' && !one.startsWith('SET SESSION'));
    const questions = statements.filter((one) => /^(SELECT|SHOW)/.test(one));
    if (questions.length > 0) this.asked.push(questions);
    this.told.push(...statements.filter((one) => !questions.includes(one)));
    return questions.map((question) => xml(rowsFor(script, question))).join('\n');
  }
}

function rowsFor(script: Script, question: string): Rows {
  if (question.includes('VERSION()')) return [{ version: '10.11.6-MariaDB-0+deb12u1' }];
  if (question.includes('SCHEMATA')) return script.databases ?? [];
  if (question.includes('mysql.user')) return of(question, script.users);
  if (question.includes('PLUGINS')) return script.plugins ?? [];
  if (question.includes('mysql.db')) return script.rights ?? [];
  if (question.includes('global_priv')) return of(question, script.methods);
  const whose = /^SHOW GRANTS FOR (.*)$/s.exec(question)?.[1] ?? '';
  return (script.grants?.[whose] ?? []).map((line) => ({ [`Grants for ${whose}`]: line }));
}

function xml(rows: Rows): string {
  const lines = rows.map((row) => `  <row>\n${Object.entries(row).map(fieldOf).join('')}  </row>\n`);
  return `<?xml version="1.0"?>\n\n<resultset statement="x" xmlns:xsi="…">\n${lines.join('\n')}</resultset>`;
}

function fieldOf([name, value]: [string, string | null]): string {
  return value === null
    ? `\t<field name="${escaped(name)}" xsi:nil="true" />\n`
    : `\t<field name="${escaped(name)}">${escaped(value)}</field>\n`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** All rows, or those of one account where a question is about one. */
function of(question: string, rows: Rows = []): Rows {
  const [, user, host] = /User = '(.*)' AND Host = '(.*)'$/.exec(question) ?? [];
  return user === undefined ? rows : rows.filter((row) => row.User === user && row.Host === host);
}
