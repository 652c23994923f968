import { type ChildProcess, exec, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-pipe',
  '--window-size=1600,1000',
];

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly request?: { readonly url: string };
    readonly entry?: { readonly text: string };
  };
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** Debian's Chromium with one page open, driven over a pipe. */
export class Browser {
  /** Addresses that the page asked for. */
  readonly requests: string[] = [];
  /** The errors that the browser reported, such as breaches of the page's policy. */
  readonly problems: string[] = [];
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #browser: ChildProcess;
  readonly #profile: string;
  #session: string | undefined;
  #calls = 0;
  #rest = '';

  private constructor(browser: ChildProcess, profile: string) {
    this.#browser = browser;
    this.#profile = profile;
    (browser.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.#hear(text));
  }

  static async open(): Promise<Browser> {
    if (!existsSync('/usr/bin/chromium')) await promisify(exec)('apt-get install -y -qq chromium');
    const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
    const browser = spawn('/usr/bin/chromium', [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const opened = new Browser(browser, profile);
    const { targetId } = await opened.#call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await opened.#call('Target.attachToTarget', { targetId, flatten: true });
    opened.#session = String(sessionId);
    for (const domain of ['Page', 'Network', 'Log']) await opened.#call(`${domain}.enable`);
    return opened;
  }

  async close(): Promise<void> {
    const ended = once(this.#browser, 'exit');
    this.#browser.kill();
    await ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async visit(address: string): Promise<void> {
    await this.#call('Page.navigate', { url: address });
    await this.until('document.readyState === "complete"');
  }

  /** Evaluates an expression in the page. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.#call('Runtime.evaluate', { expression, returnByValue: true });
    return (answer.result as { readonly value?: unknown }).value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression: string): Promise<void> {
    for (let left = 100; left > 0; left--) {
      if ((await this.evaluate(expression)) === true) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`this did not come true in the page: ${expression}`);
  }

  /** Presses a key; `text` is what it types. */
  async press(key: string, text?: string): Promise<void> {
    await this.#call('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key,
      ...(text === undefined ? {} : { text }),
    });
    await this.#call('Input.dispatchKeyEvent', { type: 'keyUp', key });
  }

  async type(text: string): Promise<void> {
    for (const sign of text) await this.press(sign, sign);
  }

  /** Clicks on the middle of the first element that a selector finds. */
  async click(selector: string): Promise<void> {
    const box = `document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect()`;
    const [x, y] = (await this.evaluate(
      `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${box})`,
    )) as [number, number];
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.#call('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  }

  #call(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = ++this.#calls;
    const sessionId = this.#session;
    (this.#browser.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({ result, error }) =>
        error === undefined ? resolve(result ?? {}) : reject(new Error(`${method}: ${error.message}`)),
      );
    });
  }

  #hear(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) {
      const message = JSON.parse(part) as Message;
      if (message.id !== undefined) this.#answers.get(message.id)?.(message);
      const { request, entry } = message.params ?? {};
      if (message.method === 'Network.requestWillBeSent' && request) this.requests.push(request.url);
      if (message.method === 'Log.entryAdded' && entry) this.problems.push(entry.text);
    }
  }
}
