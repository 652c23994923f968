/** A message of the program on the host. */
export interface TargetMessage {
  /** The number of the request that it belongs to. */
  readonly id: number;
  readonly kind: MessageKind;
  /** The exit status of the request's script. */
  readonly status: number;
  readonly output: Buffer;
  readonly errors: Buffer;
}

const KINDS = ['done', 'stdout', 'stderr', 'lost'] as const;

/** The answer to a request, output of a command, or the loss of the lock. */
export type MessageKind = (typeof KINDS)[number];

/** The maximum length of a header, in bytes. */
const HEADER = 200;

/** The maximum number of bytes in a message: a batch of files, and what a tool says about each of them. */
const LARGEST = 96 * 1024 * 1024;

/** The number of bytes that are kept of what arrives before the program is ready. */
const NOISE = 4096;

/**
 * Splits the output of the program on the host into messages. Nothing in it is trusted: what is not a message ends the
 * session.
 */
export class MessageReader {
  readonly #ready: string;
  readonly #header: RegExp;
  #noise: Buffer = Buffer.alloc(0);
  #isReady = false;
  #pending: Buffer[] = [];
  #length = 0;
  #head: { id: number; kind: MessageKind; status: number; output: number; errors: number } | undefined;

  constructor(
    marker: string,
    private readonly pass: (message: TargetMessage) => void,
  ) {
    this.#ready = `${marker} ready\n`;
    this.#header = new RegExp(`^${marker} (\\d{1,9}) (${KINDS.join('|')}) (\\d{1,3}) (\\d{1,9}) (\\d{1,9})$`);
  }

  /** What arrived before: the greeting of a login shell, or the reason why there is no program. */
  get noise(): string {
    return this.#noise.toString('utf8');
  }

  /** @throws if the output is not one of messages. */
  add(chunk: Buffer): void {
    const rest = this.#isReady ? chunk : this.#findStart(chunk);
    if (rest === undefined) return;
    this.#pending.push(rest);
    this.#length += rest.length;
    while (this.#takeMessage());
  }

  /** Returns what follows the announcement. */
  #findStart(chunk: Buffer): Buffer | undefined {
    const all = Buffer.concat([this.#noise, chunk]);
    const start = all.indexOf(this.#ready);
    if (start < 0) {
      this.#noise = all.length > 2 * NOISE ? all.subarray(-NOISE) : all;
      return undefined;
    }
    this.#isReady = true;
    this.#noise = Buffer.alloc(0);
    return all.subarray(start + this.#ready.length);
  }

  #takeMessage(): boolean {
    this.#head ??= this.#takeHeader();
    if (this.#head === undefined) return false;
    const { id, kind, status, output, errors } = this.#head;
    if (this.#length < output + errors) return false;
    const body = this.#take(output + errors);
    this.#head = undefined;
    this.pass({ id, kind, status, output: body.subarray(0, output), errors: body.subarray(output) });
    return true;
  }

  #takeHeader() {
    if (this.#length === 0) return undefined;
    const start = this.#gather(HEADER);
    const end = start.indexOf('\n');
    if (end < 0 && start.length < HEADER) return undefined;
    const line = start.toString('latin1', 0, Math.max(0, end));
    const match = this.#header.exec(line);
    if (match === null) throw new Error(`it sent something other than an answer: ${excerpt(start)}`);
    this.#take(end + 1);
    const [, id, kind = '', status, output, errors] = match;
    const head = {
      id: Number(id),
      kind: KINDS.find((one) => one === kind) ?? 'done',
      status: Number(status),
      output: Number(output),
      errors: Number(errors),
    };
    if (head.output + head.errors > LARGEST) throw new Error(`it announced an answer of ${output} bytes`);
    return head;
  }

  /** Returns the first bytes, at least this many if there are. */
  #gather(bytes: number): Buffer {
    const [first = Buffer.alloc(0)] = this.#pending;
    if (first.length >= bytes || this.#pending.length === 1) return first;
    const all = Buffer.concat(this.#pending);
    this.#pending = [all];
    return all;
  }

  #take(bytes: number): Buffer {
    const all = this.#gather(bytes);
    this.#pending[0] = all.subarray(bytes);
    this.#length -= bytes;
    return all.subarray(0, bytes);
  }
}

/** Quotes the beginning of unexpected output; control characters would reach the terminal. */
function excerpt(bytes: Buffer): string {
  return JSON.stringify(bytes.toString('latin1', 0, 80));
}
