import { extname } from 'node:path';
import type { Diagnostic } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import { readIni } from '../ini/read-ini.js';
import type { InventoryModel } from '../model/inventory-model.js';
import { Problems } from '../problems.js';
import { readYaml } from '../yaml/read-yaml.js';
import { readYamlInventory } from '../yaml/read-yaml-inventory.js';
import { YamlHash, type YamlMember, type YamlValue } from '../yaml/yaml-value.js';

const yamlEndings = ['.yaml', '.yml', '.json'];

/** Reads an inventory in the format that the ending of its name says. */
export async function readText(text: string, path: string, model: InventoryModel): Promise<void> {
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
