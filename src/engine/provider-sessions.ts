import { isUtf8 } from 'node:buffer';
import { warning } from '../errors/diagnostic.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { redactLikelySecrets } from '../secrets/likely-secrets.js';
import { FileEdits } from './file-edits.js';
import { ResourcePool } from './resource-pool.js';
import type { RunContext } from './run-context.js';
import type { BackupOptions, Session } from './session.js';
import { watchCommands } from './watch-commands.js';

interface SessionOptions {
  /** Whether resources are prefetched. @default false */
  readonly prefetching?: boolean;
  /** Called for each command that is killed or times out. */
  readonly onCutOff?: () => void;
}

/** Creates the sessions of the providers of a run. They share connections and what is read once. */
export class ProviderSessions {
  readonly #readings = new Map<string, { readonly changes: number; readonly value: Promise<unknown> }>();
  readonly #pool = new ResourcePool();
  readonly #warnings = new Set<string>();
  readonly #managed = new Map<string, ReadonlySet<string>>();
  readonly #edits: FileEdits;

  constructor(private readonly context: RunContext) {
    const { host, changes } = context;
    this.#edits = new FileEdits({
      files: host.files,
      backup: (path, content) => this.#backup(path, content),
      changed: () => changes.increment(),
    });
  }

  /** Creates a session for one call of a provider. */
  open(progress: (text: string) => void, { prefetching = false, onCutOff }: SessionOptions = {}): Session {
    const { catalog, facts, mode, stop, abort, emit, redactor, changes, directory } = this.context;
    const host = onCutOff === undefined ? this.context.host : watchCommands(this.context.host, onCutOff);
    return {
      host,
      facts,
      stateDirectory: directory.path,
      stop,
      signal: abort,
      planning: mode === 'plan',
      prefetching,
      once: (key, read) => this.#once(key, read),
      shared: (key, open, close) => this.#pool.acquire(key, open, close),
      get changed() {
        return changes.count > 0;
      },
      progress: (text) => progress(redactor.text(text)),
      message: (reference, text, how) =>
        emit({ type: 'message', reference, text: redactor.text(text), ...how }),
      conceal: (secret) => redactor.add(secret),
      warn: (reference, message, hint) => this.#warn(reference, message, hint),
      rewrite: (path, rewrite, options) => this.#edits.rewrite(path, rewrite, options),
      exclusively: (paths, task) => this.#edits.exclusively(paths, task),
      backup: (path, content, options) => this.#backup(path, content, options),
      declared: (type, title) => catalog.find(type, title)?.desired,
      managed: (type, condition) => this.#managedNames(type, condition),
    };
  }

  /** Closes everything that providers share, and warns about what cannot be closed. */
  async close(): Promise<void> {
    const { emit, redactor } = this.context;
    for (const [key, error] of await this.#pool.close()) {
      const text = redactor.text(`cannot close ${key}: ${messageOf(error)}`);
      emit({ type: 'warning', diagnostic: warning('run.unclosed', text) });
    }
  }

  #once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const { count: changes } = this.context.changes;
    const known = this.#readings.get(key);
    if (known?.changes === changes) return known.value as Promise<T>;
    const value = read();
    this.#readings.set(key, { changes, value });
    // A failure is not cached: the next caller tries again.
    value.catch(() => this.#readings.delete(key));
    return value;
  }

  #warn(reference: string, message: string, hint: string | undefined): void {
    const { catalog, emit, redactor } = this.context;
    const text = redactor.text(`${reference}: ${message}`);
    if (this.#warnings.has(text)) return;
    this.#warnings.add(text);
    const location = catalog.resources.find((resource) => resource.reference === reference)?.location;
    emit({ type: 'warning', diagnostic: warning('resource.warning', text, { location, hint }) });
  }

  #backup(
    path: string,
    content: Buffer,
    { confidential = false, bucket }: BackupOptions = {},
  ): Promise<void> {
    const { directory, redactor } = this.context;
    if (confidential) return directory.backup(path, undefined);
    const encoding = isUtf8(content) ? 'utf8' : 'latin1';
    const text = redactLikelySecrets(redactor.text(content.toString(encoding)));
    return directory.backup(path, Buffer.from(text, encoding), bucket);
  }

  #managedNames(type: string, condition?: Parameters<Session['managed']>[1]): ReadonlySet<string> {
    const known = condition === undefined ? this.#managed.get(type) : undefined;
    if (known !== undefined) return known;
    const resources = this.context.catalog.resources.filter((resource) => resource.type === type);
    const names = new Set((condition ? resources.filter(condition) : resources).map(({ name }) => name));
    if (condition === undefined) this.#managed.set(type, names);
    return names;
  }
}
