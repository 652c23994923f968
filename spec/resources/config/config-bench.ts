import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalog, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import { compare } from '../../../src/engine/compare.js';
import { FileEdits } from '../../../src/engine/file-edits.js';
import {
  type Change,
  type Provider,
  providersOf,
  type State,
  Unreadable,
} from '../../../src/engine/provider.js';
import type { Session } from '../../../src/engine/session.js';
import { defaultStateDirectory } from '../../../src/engine/state/state-directory.js';
import type { Host } from '../../../src/hosts/host.js';
import type { HostFiles } from '../../../src/hosts/host-files.js';
import { localHost } from '../../../src/hosts/local/local-host.js';
import {
  type ConfigType,
  type ConfigTypeOptions,
  configType,
} from '../../../src/resources/config/config-type.js';

/** A temporary directory with one configuration file and a type for it, and catalogs applied to it in batches. */
export class ConfigBench {
  readonly directory = mkdtempSync(join(tmpdir(), 'glance-apply-config-'));
  readonly path = join(this.directory, 'service.conf');
  readonly Setting: ConfigType;
  /** Paths that were read and written, in order. */
  readonly reads: string[] = [];
  readonly writes: string[] = [];
  /** What was kept before it was replaced. */
  readonly kept = new Map<string, string>();
  /** What was warned of: reference, message, hint. */
  readonly warnings: (readonly [string, string, string | undefined])[] = [];
  readonly host = this.#recorded();

  /** @param options The list of options that the file's are held against. */
  constructor(options?: ConfigTypeOptions['options']) {
    this.Setting = configType('service_config', this.path, {
      group: String(process.getgid?.()),
      anchor: 'service::install::end',
      packages: ['service', 'openstack-service'],
      ...(options === undefined ? {} : { options }),
    });
  }

  close(): void {
    rmSync(this.directory, { recursive: true });
  }

  compile(body: (site: Scope) => void): Promise<Catalog> {
    return compile(manifest(body));
  }

  /** Reads all, changes what differs, in one batch a file; gives the titles of what differed. */
  async apply(body: (site: Scope) => void): Promise<string[]> {
    const changes = await this.plan(body);
    for (const key of new Set(changes.map((one) => one.key))) {
      const batch = changes.filter((one) => one.key === key);
      await batch[0]?.provider.changeAll?.(this.session(), batch);
    }
    return changes.map(({ subject }) => subject.title);
  }

  /** What differs. Throws what a resource cannot be read for. */
  async plan(body: (site: Scope) => void): Promise<(Change & { provider: Provider; key: string })[]> {
    const { resources } = await this.compile(body);
    const differing: (Change & { provider: Provider; key: string })[] = [];
    const states = new Map<Provider, ReadonlyMap<string, State | Unreadable>>();
    for (const resource of resources) {
      const provider = resource.definition && providersOf(resource.definition)?.providers.default;
      if (provider === undefined) continue;
      const mine = resources.filter(({ definition }) => definition === resource.definition);
      const known = states.get(provider) ?? (await provider.read(this.session(), mine));
      states.set(provider, known);
      const state = known.get(resource.title);
      if (state instanceof Unreadable) throw Object.assign(new Error(state.reason), { denied: state.denied });
      const diff = compare(resource, state);
      if (diff !== undefined)
        differing.push({ subject: resource, diff, provider, key: provider.batchBy?.(resource) ?? '' });
    }
    return differing;
  }

  session(host: Host = this.host): Session {
    const known = new Map<string, Promise<unknown>>();
    const backup = async (path: string, content: Buffer) => {
      this.kept.set(path, content.toString());
    };
    const edits = new FileEdits({ files: host.files, backup, changed: () => {} });
    return {
      host,
      facts: {},
      stateDirectory: defaultStateDirectory,
      stop: new AbortController().signal,
      signal: new AbortController().signal,
      planning: false,
      once: <T>(key: string, read: () => Promise<T>) => {
        const reading = known.get(key) ?? read();
        known.set(key, reading);
        return reading as Promise<T>;
      },
      shared: (_key, open) => open(),
      prefetching: false,
      changed: false,
      declared: () => undefined,
      managed: () => new Set<string>(),
      progress: () => {},
      message: () => {},
      warn: (reference, message, hint) => void this.warnings.push([reference, message, hint]),
      rewrite: (path, rewrite, options) => edits.rewrite(path, rewrite, options),
      exclusively: (paths, task) => edits.exclusively(paths, task),
      backup,
      conceal: () => {},
    };
  }

  #recorded(): Host {
    const host = localHost();
    const { files } = host;
    const recorded: HostFiles = {
      status: (paths) => files.status(paths),
      resolve: (paths) => files.resolve(paths),
      read: (paths) => {
        this.reads.push(...paths);
        return files.read(paths);
      },
      stream: (path) => files.stream(path),
      list: (path) => files.list(path),
      write: (path, content, access) => {
        this.writes.push(path);
        return files.write(path, content, access);
      },
      makeDirectory: (path, access) => files.makeDirectory(path, access),
      link: (path, target) => files.link(path, target),
      remove: (path, options) => files.remove(path, options),
      setAccess: (path, access) => files.setAccess(path, access),
      append: (path, content) => files.append(path, content),
    };
    return Object.assign(Object.create(host) as Host, { files: recorded });
  }
}
