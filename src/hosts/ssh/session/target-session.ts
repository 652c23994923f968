import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import { messageOf } from '../../../errors/glance-apply-error.js';
import { markOutcomeUnknown } from '../../../errors/outcome-unknown.js';
import type { SshChannel, SshConnection } from '../connection.js';
import { MessageReader, type TargetMessage } from './message-reader.js';
import { SessionLost } from './session-lost.js';

/** The answer to a request. */
export interface Answer {
  /** The exit status of its script. */
  readonly status: number;
  readonly output: Buffer;
  /** What the tools of the host said. */
  readonly errors: string;
}

/** What belongs to a request besides its script. */
export interface RequestOptions {
  /** For `add_content` and the standard input of a command. */
  readonly content?: Buffer | undefined;
  /** Whether it changes the program itself, as the lock does, and is executed before any later request. */
  readonly inProgram?: boolean;
  /** Called with output of a command as it arrives. */
  readonly onOutput?: ((stream: 'stdout' | 'stderr', piece: Buffer) => void) | undefined;
}

interface Pending {
  readonly onOutput: RequestOptions['onOutput'];
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** How many requests about files the host works on at a time: each one is a process there. */
const AT_ONCE = 16;

/** Seconds for the host to finish what it has begun when a session is closed. */
const CLOSING = 5;

/** The user that the program runs as, and the process that it is. */
export interface TargetIdentity {
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly home: string;
  readonly pid: number;
  /** When the process started, in the kernel's own units. */
  readonly started: string;
  /** The names of the users in the files of the host, for messages. */
  readonly users: ReadonlyMap<number, string>;
}

/** Requests to the program on a host. Several are in flight; a lost connection rejects all of them. */
export class TargetSession {
  readonly #pending = new Map<number, Pending>();
  readonly #files = new PQueue({ concurrency: AT_ONCE });
  readonly #lost = new AbortController();
  readonly #lockLost = new AbortController();
  readonly #reader: MessageReader;
  #last = 0;

  /** @param marker The word by which messages are recognized. */
  constructor(
    readonly connection: SshConnection,
    private readonly channel: SshChannel,
    marker: string,
  ) {
    setMaxListeners(0, this.#lost.signal);
    this.#reader = new MessageReader(marker, (message) => this.#receive(message));
  }

  /** Aborted when no answer can arrive any more; the reason is a `SessionLost`. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Aborted when the lock file was removed or replaced. */
  get lockLost(): AbortSignal {
    return this.#lockLost.signal;
  }

  /** What the host sent before the program was ready. */
  get noise(): string {
    return this.#reader.noise;
  }

  /**
   * Reads the output of the channel from now on, and waits until the program describes itself.
   * @param first What has been read before.
   */
  async start(first: Buffer): Promise<TargetIdentity> {
    const hello = this.#expect(0, undefined);
    const { output, ended, input } = this.channel;
    const { closed } = this.connection;
    // The shell has ended: the end of its output tells why.
    input.on('error', () => undefined);
    output.on('error', (error) => this.#lose(messageOf(error)));
    output.on('data', (chunk: Buffer) => this.#read(chunk));
    output.resume();
    closed.addEventListener('abort', () => this.#lose(messageOf(closed.reason)), { once: true });
    if (closed.aborted) this.#lose(messageOf(closed.reason));
    void ended.then(({ status, signal }) => {
      if (signal !== null) this.#lose(`its shell was ended by SIG${signal}`);
      else this.#lose(status === null ? 'the channel was closed' : `its shell ended with status ${status}`);
    });
    if (first.length > 0) this.#read(first);
    return parseIdentity(await hello);
  }

  /** Executes a script of few steps in a process of its own. */
  request(script: string, options: RequestOptions = {}): Promise<Answer> {
    return this.#files.add(() => this.send(script, options));
  }

  /** Does the same at once, for what may take long or must not wait. */
  send(script: string, options: RequestOptions = {}): Promise<Answer> {
    return this.begin(script, options).answer;
  }

  /** Executes a script, and also returns the number by which `stop` finds it. */
  begin(
    script: string,
    { content, inProgram, onOutput }: RequestOptions,
  ): { readonly id: number; readonly answer: Promise<Answer> } {
    const id = ++this.#last;
    const answer = this.#expect(id, onOutput);
    const group = Buffer.from(`{\n${script}\n}\n`);
    const size = content?.length ?? 0;
    this.write(`${id} ${inProgram === true ? 'here' : 'apart'} ${group.length} ${size}\n`);
    this.write(group);
    if (content !== undefined && size > 0) this.write(content);
    return { id, answer };
  }

  /** Ends the program after what it has begun, and does not wait longer than a moment for that. */
  async close(): Promise<void> {
    this.#lose('it was closed');
    this.channel.input.end();
    const timer = setTimeout(() => this.channel.close(), CLOSING * 1000);
    await this.channel.ended;
    clearTimeout(timer);
  }

  write(data: string | Buffer): void {
    if (!this.#lost.signal.aborted) this.channel.input.write(data);
  }

  #expect(id: number, onOutput: RequestOptions['onOutput']): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#lost.signal.aborted) reject(this.#lost.signal.reason);
      else this.#pending.set(id, { onOutput, resolve, reject });
    });
  }

  #read(chunk: Buffer): void {
    if (this.#lost.signal.aborted) return;
    try {
      this.#reader.add(chunk);
    } catch (error) {
      this.#lose(messageOf(error));
      this.channel.close();
    }
  }

  #receive({ id, kind, status, output, errors }: TargetMessage): void {
    if (kind === 'lost') {
      const reason = 'the lock file was removed or replaced: another run may have begun';
      this.#lockLost.abort(new Error(reason));
      return;
    }
    const pending = this.#pending.get(id);
    if (pending === undefined) {
      // Output that was on its way when the command was over.
      if (kind !== 'done' && id <= this.#last) return;
      throw new Error(`it answered the request ${id}, which is not in progress`);
    }
    if (kind !== 'done') {
      pending.onOutput?.(kind, output);
      return;
    }
    this.#pending.delete(id);
    pending.resolve({ status, output, errors: errors.toString('utf8') });
  }

  #lose(reason: string): void {
    if (this.#lost.signal.aborted) return;
    const describe = () => new SessionLost(this.connection.name, reason);
    this.#lost.abort(describe());
    // What was sent may have been done, or still be done; what comes now is not even sent.
    for (const { reject } of this.#pending.values()) reject(markOutcomeUnknown(describe()));
    this.#pending.clear();
  }
}

function parseIdentity({ output }: Answer): TargetIdentity {
  const [uid, gid, user = '', home = '', pid, started = '', ...accounts] = output
    .toString('utf8')
    .split('\n');
  const users = new Map<number, string>();
  for (const account of accounts) {
    const [name = '', number] = account.split(':');
    // If two share a number, the first one counts, as in the C library.
    if (name !== '' && !users.has(Number(number))) users.set(Number(number), name);
  }
  return { uid: Number(uid), gid: Number(gid), user, home: home || '/', pid: Number(pid), started, users };
}
