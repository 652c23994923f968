import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import {
  type Inventory,
  type InventoryHost,
  type ReadInventoryOptions,
  readInventory,
} from '../../../src/fleet/inventory/index.js';

const folders: string[] = [];

/** The content of files by their paths; one that begins with `#!` is executable. */
type Files = Readonly<Record<string, string>>;

/** Writes files into a new folder, and returns it. */
export function writeFiles(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'glance-apply-inventory-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
  }
  return folder;
}

/** Removes what `writeFiles` created. */
export function removeFiles(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Reads inventories from files; the first file is the inventory unless others are named. */
export function readFiles(
  files: Files,
  options: ReadInventoryOptions & { readonly sources?: readonly string[] } = {},
): Promise<Inventory> {
  const folder = writeFiles(files);
  const { sources = Object.keys(files).slice(0, 1), manifestFolder, ...rest } = options;
  return readInventory(
    sources.map((source) => join(folder, source)),
    {
      trust: 'any',
      manifestFolder: manifestFolder === undefined ? undefined : join(folder, manifestFolder),
      ...rest,
    },
  );
}

/** Returns the host of an inventory that must have it. */
export function hostOf(inventory: Inventory, name: string): InventoryHost {
  const host = inventory.hosts.get(name);
  if (host === undefined) throw new Error(`the inventory has no host ${name}`);
  return host;
}

/** Returns the problems with which work is refused, each as `file:line:column: message`; the file without its folder. */
export async function refusalsOf(work: () => unknown): Promise<string[]> {
  return (await diagnosticsOf(work)).map(describe);
}

/** Returns the problems with which work is refused. */
export async function diagnosticsOf(work: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await work();
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.diagnostics;
    throw error;
  }
  throw new Error('it was not refused');
}

/** Describes a problem or warning in one line. */
export function describe({ location, message }: Diagnostic): string {
  if (location === undefined) return message;
  const file = location.file.replace(/^.*glance-apply-inventory-\w+\//, '');
  return `${[file, location.line, location.column].filter((part) => part !== undefined).join(':')}: ${message}`;
}
