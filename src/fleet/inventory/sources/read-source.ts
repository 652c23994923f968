import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { didYouMean } from '../../../errors/nearest.js';
import { refuseUntrusted } from '../../../hosts/refuse-untrusted.js';
import { checkProgram, detectForm } from '../program/find-program.js';
import { readProgram } from '../program/read-program.js';
import { decryptFile } from '../vault/decrypt-file.js';
import { namesIn, statusOf } from './file-system.js';
import { readInventoryFile } from './read-inventory-file.js';
import { readText } from './read-text.js';
import type { SourceContext } from './source-context.js';

/** Names in a folder of inventories that Ansible skips. */
const skipped =
  /^\.|^(?:host_vars|group_vars|vars_plugins)$|~$|\.(?:pyc|pyo|swp|bak|rpm|md|txt|rst|orig|ini|cfg|retry)$/;

/** Folders that are nested deeper are a loop of links. */
const MAX_DEPTH = 20;

/**
 * Reads a file or program of an inventory, or all of a folder, into the model.
 * @param path An absolute path.
 */
export async function readSource(path: string, context: SourceContext, depth = 0): Promise<void> {
  const { problems } = context.model;
  const location = { file: path, line: 1 };
  const status = statusOf(path);
  if (status === undefined) {
    problems.add('inventory.missing', `the inventory ${path} does not exist`, { hint: suggestFile(path) });
  } else if (!status.isDirectory()) await readFile(path, status, context);
  else if (depth > MAX_DEPTH) {
    problems.add('inventory.depth', `the folder ${path} is nested too deeply`, {
      location,
      hint: 'check for a link that leads to a folder above it',
    });
  } else {
    for (const name of namesIn(path)) {
      if (!skipped.test(name)) await readSource(join(path, name), context, depth + 1);
      else if (name.endsWith('.ini')) {
        problems.warn('inventory.unused-file', 'a file with this ending is not read from a folder', {
          location: { file: join(path, name), line: 1 },
          hint: 'Ansible skips .ini there; remove the ending, or name the file as an inventory of its own',
        });
      }
    }
  }
}

function suggestFile(path: string): string {
  const folder = dirname(path);
  const beside = namesIn(folder).map((name) => join(folder, name));
  return didYouMean(path, beside, 3) ?? 'name a file or folder, or hosts with a comma after each: db01,';
}

async function readFile(path: string, status: Stats, context: SourceContext): Promise<void> {
  const { model, note, trust } = context;
  await refuseUntrusted('use an inventory', [path], trust);
  note(path);
  const form = await detectForm(path, status);
  if (form !== 'data') {
    if (checkProgram(path, form, context)) await readProgram(path, context);
    return;
  }
  const { text, isConfidential } = decryptFile(readInventoryFile(path) ?? '', path, context.vault);
  model.isConfidential = isConfidential;
  try {
    await readText(text, path, model);
  } finally {
    model.isConfidential = false;
  }
}
