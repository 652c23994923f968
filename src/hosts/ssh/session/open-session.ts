import { randomBytes } from 'node:crypto';
import { raise } from '../../../errors/glance-apply-error.js';
import { reveal, type Secret } from '../../../secrets/secret.js';
import type { SshChannel, SshConnection } from '../connection.js';
import { targetProgram } from '../target/program.js';
import { describeSudoRefusal } from './sudo-refusal.js';
import { type TargetIdentity, TargetSession } from './target-session.js';

/** How commands get the rights of root. */
export interface SudoOptions {
  /** @default none: sudo must not ask for one */
  readonly password?: string | Secret | undefined;
}

/** A session, and the user that it belongs to. */
export interface OpenSession {
  readonly session: TargetSession;
  readonly identity: TargetIdentity;
}

/** The maximum number of bytes that are kept of what a channel sends on its standard error. */
const ERRORS = 16 * 1024;

/** Seconds until the program is ready. */
const PATIENCE = 60;

/** Starts the program on the host, as the user of the connection or with sudo, and waits until it is ready. */
export async function openSession(
  connection: SshConnection,
  sudo: SudoOptions | undefined,
  patience = PATIENCE,
): Promise<OpenSession> {
  const marker = `ga${randomBytes(16).toString('hex')}`;
  const channel = await connection.exec(commandLine(marker, sudo));
  const opening = new Opening(connection, channel, marker, sudo);
  const timer = setTimeout(() => opening.giveUp(patience), patience * 1000);
  try {
    return await opening.open();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Returns the command line. The login shell parses it, which may be any: it consists of words that all of them read
 * alike. sudo prompts with a text of our own, because its own one is translated; the shell that it starts announces
 * itself, so that the program is not taken for a second password.
 */
function commandLine(marker: string, sudo: SudoOptions | undefined): string {
  if (sudo === undefined) return 'exec /bin/sh';
  const how = sudo.password === undefined ? '-n' : `-S -p ${promptOf(marker)}`;
  return `exec env LC_ALL=C sudo -H ${how} /bin/sh -c 'echo ${announcementOf(marker)}; exec /bin/sh'`;
}

function promptOf(marker: string): string {
  return `${marker}-password`;
}

function announcementOf(marker: string): string {
  return `${marker}-root`;
}

/** The dialog before the program is ready. */
class Opening {
  #errors = '';
  #prompts = 0;
  #timedOut: number | undefined;

  constructor(
    private readonly connection: SshConnection,
    private readonly channel: SshChannel,
    private readonly marker: string,
    private readonly sudo: SudoOptions | undefined,
  ) {}

  async open(): Promise<OpenSession> {
    const { channel, connection, marker, sudo } = this;
    const announced = sudo === undefined ? Promise.resolve(Buffer.alloc(0)) : this.#announcement();
    channel.errors.on('data', (chunk: Buffer) => this.#hear(chunk));
    channel.errors.on('error', () => undefined);
    const first = await announced;
    const session = new TargetSession(connection, channel, marker);
    session.write(targetProgram(marker));
    const identity = await session.start(first).catch((error: unknown) => this.#refuse(session.noise, error));
    return { session, identity };
  }

  giveUp(patience: number): void {
    this.#timedOut = patience;
    this.channel.close();
  }

  /** Waits until the shell that sudo has started announces itself; returns what follows. */
  #announcement(): Promise<Buffer> {
    const { output, ended } = this.channel;
    const announcement = `${announcementOf(this.marker)}\n`;
    return new Promise((resolve, reject) => {
      let received = Buffer.alloc(0);
      const take = (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]).subarray(-ERRORS);
        this.#answerPrompt(received.toString('latin1'));
        const start = received.indexOf(announcement);
        if (start < 0) return;
        output.off('data', take);
        output.pause();
        resolve(received.subarray(start + announcement.length));
      };
      output.on('data', take);
      void ended.then(() => {
        try {
          this.#refuse(received.toString('utf8'), undefined);
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  #hear(chunk: Buffer): void {
    this.#errors = (this.#errors + chunk.toString('utf8')).slice(-ERRORS);
    this.#answerPrompt(this.#errors);
  }

  /** Sends the password once: a second prompt means that it was wrong. */
  #answerPrompt(text: string): void {
    const prompts = text.split(promptOf(this.marker)).length - 1;
    if (prompts <= this.#prompts) return;
    this.#prompts = prompts;
    const { password } = this.sudo ?? {};
    if (prompts === 1 && password !== undefined) this.channel.input.write(`${reveal(password)}\n`);
    else this.channel.close();
  }

  /** @throws the reason why there is no program. */
  #refuse(noise: string, cause: unknown): never {
    const said = [noise, this.#errors]
      .map((text) => text.replaceAll(promptOf(this.marker), '').trim())
      .filter((text) => text !== '')
      .join('\n');
    const { name } = this.connection;
    if (this.sudo !== undefined && !noise.includes(announcementOf(this.marker)))
      return describeSudoRefusal(name, said, {
        isWrongPassword: this.#prompts > 1,
        timedOut: this.#timedOut,
      });
    const end =
      this.#timedOut === undefined ? 'it ended' : `nothing arrived within ${this.#timedOut} seconds`;
    return raise(
      'host.shell',
      `no shell could be started on ${name}: ${said === '' ? end : lastLines(said)}`,
      {
        hint: 'the account needs a login shell that runs commands (not nologin), and the host needs /bin/sh, coreutils and util-linux',
        cause,
      },
    );
  }
}

/** Returns the end of what a host said; control characters would reach the terminal. */
function lastLines(text: string): string {
  return text
    .split('\n')
    .slice(-5)
    .join('; ')
    .replace(/\p{Cc}/gu, ' ')
    .slice(-1000);
}
