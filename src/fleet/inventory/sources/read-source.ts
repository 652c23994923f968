import { accessSync, constants, createReadStream, type Stats } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Diagnostic } from '../../../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../../../errors/glance-apply-error.js';
import { didYouMean } from '../../../errors/nearest.js';
import { refuseUntrusted } from '../../../hosts/refuse-untrusted.js';
import { readIni } from '../ini/read-ini.js';
import type { InventoryModel } from '../model/inventory-model.js';
import { Problems } from '../problems.js';
import { readProgram } from '../program/read-program.js';
import { decryptFile } from '../vault/decrypt-file.js';
import { readYaml } from '../yaml/read-yaml.js';
import { readYamlInventory } from '../yaml/read-yaml-inventory.js';
import { YamlHash, type YamlMember, type YamlValue } from '../yaml/yaml-value.js';
import { namesIn, statusOf } from './file-system.js';
import { readInventoryFile } from './read-inventory-file.js';
import type { SourceContext } from './source-context.js';

/** Names in a folder of inventories that Ansible skips. */
const skipped =
  /^\.|^(?:host_vars|group_vars|vars_plugins)$|~$|\.(?:pyc|pyo|swp|bak|rpm|md|txt|rst|orig|ini|cfg|retry)$/;

/** Folders that are nested deeper are a loop of links. */
const MAX_DEPTH = 20;

const yamlEndings = ['.yaml', '.yml', '.json'];

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

async function readText(text: string, path: string, model: InventoryModel): Promise<void> {
  const ending = extname(path);
  if (ending === '.toml') {
    model.problems.add('inventory.form', 'an inventory in TOML is not supported', {
      location: { file: path, line: 1 },
      hint: 'convert it to YAML: ansible-inventory -i FILE --list --yaml',
    });
  } else if (yamlEndings.includes(ending)) {
    readYamlInventory(await readYaml(text, path, model.problems), path, model);
  } else if (ending !== '') readIni(text, path, model);
  else await readAnyForm(text, path, model);
}

/** Reads a file whose name does not say its format: as YAML if that is a hash, else as INI. */
async function readAnyForm(text: string, path: string, model: InventoryModel): Promise<void> {
  const problems = new Problems();
  let root: YamlValue = null;
  let failure: readonly Diagnostic[] | undefined;
  try {
    root = await readYaml(text, path, problems);
    problems.throwIfAny();
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    failure = error.diagnostics;
  }
  // A host with a variable such as a={'b': 1} is a hash as well, of a string.
  const hasGroups = root instanceof YamlHash && [...root.members.values()].every(isGroup);
  if (failure !== undefined && looksLikeYaml(text)) throw new GlanceApplyError(failure);
  if (failure === undefined && (hasGroups || looksLikeYaml(text))) {
    model.problems.warnings.push(...problems.warnings);
    readYamlInventory(root, path, model);
  } else readIni(text, path, model);
}

function isGroup({ value }: YamlMember): boolean {
  return value === null || value instanceof YamlHash;
}

/** Whether the first line that is not a comment is one of YAML; such a line of INI would be a host with an odd name. */
function looksLikeYaml(text: string): boolean {
  const first = text.split('\n').find((line) => /^\s*[^\s#;]/.test(line)) ?? '';
  return /^(?:---(?:\s|$)|["']?[\w.-]+["']?:(?:\s|$))/.test(first);
}

/** A file with a line `#!` is a program; one that is only executable, as all files of some shares are, is not. */
async function detectForm(path: string, status: Stats): Promise<'data' | 'program' | 'not executable'> {
  if (!status.isFile()) return 'data';
  const start = await readStart(path);
  const isExecutable = (status.mode & 0o111) !== 0;
  if (start.startsWith('#!')) return isExecutable ? 'program' : 'not executable';
  return isExecutable && start === '\x7fELF' ? 'program' : 'data';
}

/** Returns the first four bytes of a file; an empty string if it cannot be read, which reading it will report. */
async function readStart(path: string): Promise<string> {
  let start = '';
  try {
    for await (const chunk of createReadStream(path, { end: 3, encoding: 'latin1' })) start += chunk;
  } catch {
    return '';
  }
  return start;
}

function checkProgram(
  path: string,
  form: 'program' | 'not executable',
  { model: { problems }, runsPrograms }: SourceContext,
): boolean {
  const location = { file: path, line: 1 };
  if (!runsPrograms) {
    problems.add('inventory.program', 'this inventory is a program, and programs are not executed', {
      location,
      hint: 'allow it with --inventory-programs, or convert it: ansible-inventory -i FILE --list --yaml',
    });
    return false;
  }
  if (form === 'program' && canExecute(path, problems)) return true;
  if (form === 'not executable') {
    problems.add('inventory.program', 'this inventory begins with #! like a program, and is not executable', {
      location,
      hint: 'make it executable: chmod +x; or remove the first line',
    });
  }
  return false;
}

function canExecute(path: string, problems: Problems): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch (error) {
    problems.add('inventory.program', `the program cannot be executed: ${messageOf(error)}`, {
      location: { file: path, line: 1 },
      hint: 'check its permissions',
    });
    return false;
  }
}
