import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogResource } from '../../../src/catalog/catalog.js';
import { type Catalog, compile, manifest, type Scope } from '../../../src/catalog/index.js';
import { compare } from '../../../src/engine/compare.js';
import { FileEdits } from '../../../src/engine/file-edits.js';
import { toSubject } from '../../../src/engine/group.js';
import {
  type Diff,
  type Provider,
  providersOf,
  type State,
  Unreadable,
} from '../../../src/engine/provider.js';
import type { Session } from '../../../src/engine/session.js';
import { defaultStateDirectory } from '../../../src/engine/state/state-directory.js';
import { thisMachine } from '../../hosts/this-machine.js';

/** A temporary directory on this machine, and catalogs applied to it without an engine around them. */
export class Workbench {
  readonly host = thisMachine();
  /** What was kept before it was replaced or removed: content by path. */
  readonly kept = new Map<string, string>();
  readonly said: string[] = [];
  /** Aborted, it makes nothing be waited for. */
  readonly stop = new AbortController();

  private constructor(readonly directory: string) {}

  static async open(): Promise<Workbench> {
    return new Workbench(await mkdtemp(join(tmpdir(), 'glance-apply-file-')));
  }

  close(): Promise<void> {
    return rm(this.directory, { recursive: true });
  }

  /** A path in the directory. */
  path(...names: string[]): string {
    return join(this.directory, ...names);
  }

  /** What differs, by reference; a text says why a state cannot be read. */
  async plan(body: (site: Scope) => void): Promise<Map<string, Diff | string>> {
    const catalog = await compile(manifest(body));
    const found = new Map<string, Diff | string>();
    for (const [resource, state] of await this.#read(catalog)) {
      const diff = state instanceof Unreadable ? state.reason : compare(resource, state);
      if (diff !== undefined) found.set(resource.reference, diff);
    }
    return found;
  }

  /** Changes what differs, in the order of the manifest; gives the properties that differed, by reference. */
  async apply(body: (site: Scope) => void): Promise<Record<string, string[]>> {
    const catalog = await compile(manifest(body));
    const changed: Record<string, string[]> = {};
    for (const [resource] of await this.#read(catalog)) {
      const provider = providerOf(resource);
      const session = this.session(catalog);
      const state = (await provider.read(session, [toSubject(resource)])).get(resource.title);
      if (state instanceof Unreadable) throw new Error(state.reason);
      const diff = compare(resource, state);
      if (diff === undefined) continue;
      changed[resource.title] = diff.differences.map(({ property }) => property);
      if (provider.change) await provider.change(session, toSubject(resource), diff);
      else await provider.changeAll?.(session, [{ subject: toSubject(resource), diff }]);
    }
    return changed;
  }

  session(catalog?: Catalog): Session {
    const backup = async (path: string, content: Buffer) => {
      this.kept.set(path, content.toString('utf8'));
    };
    const edits = new FileEdits({ files: this.host.files, backup, changed: () => {} });
    return {
      host: this.host,
      facts: {},
      stateDirectory: defaultStateDirectory,
      stop: this.stop.signal,
      signal: new AbortController().signal,
      planning: false,
      once: (_key, read) => read(),
      shared: (_key, open) => open(),
      prefetching: false,
      changed: false,
      progress: (text) => void this.said.push(text),
      message: (_reference, text) => void this.said.push(text),
      warn: (_reference, message) => void this.said.push(message),
      rewrite: (path, rewrite, options) => edits.rewrite(path, rewrite, options),
      exclusively: (paths, task) => edits.exclusively(paths, task),
      backup,
      conceal: () => {},
      declared: () => undefined,
      managed: (type) =>
        new Set(
          catalog?.resources.filter((resource) => resource.type === type).map((resource) => resource.name),
        ),
    };
  }

  async #read(catalog: Catalog): Promise<Map<CatalogResource, State | Unreadable | undefined>> {
    const native = catalog.resources.filter(({ definition }) => definition !== undefined);
    const states = new Map<CatalogResource, State | Unreadable | undefined>();
    for (const type of new Set(native.map((resource) => resource.type))) {
      const all = native.filter((resource) => resource.type === type);
      const [first] = all;
      if (first === undefined) continue;
      const read = await providerOf(first).read(this.session(catalog), all.map(toSubject));
      for (const resource of all) states.set(resource, read.get(resource.title));
    }
    return states;
  }
}

function providerOf({ definition, reference }: CatalogResource): Provider {
  const provider = definition && providersOf(definition)?.providers.default;
  if (provider === undefined) throw new Error(`${reference} has no provider`);
  return provider;
}
