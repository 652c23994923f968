import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '../../../secrets/secret.js';

/**
 * What OpenSSH starts to ask for passwords and confirmations. It passes the question on through the private directory
 * that it is in, and waits for the answer there: neither is ever an argument or a variable of a process.
 */
const HELPER = `#!/bin/sh
umask 077
directory=\${0%/*}
[ "$SSH_ASKPASS_PROMPT" = none ] && exec sleep 300
printf %s "$1" > "$directory/new.$$" && mv "$directory/new.$$" "$directory/question.$$" || exit 1
while [ -e "$directory/question.$$" ]; do
  [ -e "$directory/answer.$$" ] && { cat "$directory/answer.$$"; rm -f "$directory/answer.$$"; exit 0; }
  sleep 0.1
done
exit 1
`;

/** Milliseconds between two looks for questions. */
const PAUSE = 50;

/** Answers the questions of OpenSSH while it connects. */
export class Askpass {
  /** The variables with which OpenSSH asks here, and not at the terminal. */
  readonly environment: Readonly<Record<string, string>>;
  readonly #timer: NodeJS.Timeout;
  readonly #seen = new Set<string>();

  /** @param answer Returns undefined to refuse. */
  constructor(
    private readonly directory: string,
    private readonly answer: (question: string) => Promise<Secret | string | undefined>,
  ) {
    const program = join(directory, 'askpass');
    writeFileSync(program, HELPER, { mode: 0o700 });
    this.environment = {
      SSH_ASKPASS: program,
      SSH_ASKPASS_REQUIRE: 'force',
      // Before 8.4, OpenSSH asks in this way only if there is a display.
      DISPLAY: process.env.DISPLAY || ':0',
    };
    this.#timer = setInterval(() => this.#look(), PAUSE);
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    if (!existsSync(this.directory)) return;
    for (const name of readdirSync(this.directory)) {
      const [, id] = /^question\.(\d+)$/.exec(name) ?? [];
      if (id === undefined || this.#seen.has(id)) continue;
      this.#seen.add(id);
      const path = join(this.directory, name);
      this.answer(readFileSync(path, 'utf8')).then(
        (answer) => this.#reply(id, answer),
        () => this.#reply(id, undefined),
      );
    }
  }

  #reply(id: string, answer: Secret | string | undefined): void {
    if (!existsSync(this.directory)) return;
    const inDirectory = (name: string) => join(this.directory, `${name}.${id}`);
    if (answer === undefined) {
      renameSync(inDirectory('question'), inDirectory('refused'));
      return;
    }
    writeFileSync(inDirectory('new'), `${Secret.is(answer) ? answer.reveal() : answer}\n`, { mode: 0o600 });
    renameSync(inDirectory('new'), inDirectory('answer'));
  }
}
