import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import { locationAt, type SourceLocation } from '../../../errors/source-location.js';
import { refuseDeepNesting } from '../../nesting.js';
import { readTextFile, type TextFileKind } from '../../read-text-file.js';
import type { DataDocument } from './document.js';
import { readFlatYaml } from './flat-yaml.js';
import { readFullYaml } from './full-yaml.js';
import { readPlainYaml } from './plain-yaml.js';

const dataFile: TextFileKind = {
  noun: 'data file',
  unreadable: 'data.unreadable',
  tooLarge: 'data.size',
  remedy: 'split it, or copy large content with a File resource',
};

/**
 * Reads a data file.
 * @returns undefined if it does not exist.
 * @throws {GlanceApplyError} if it cannot be read, is too large, or is invalid.
 */
export async function readDataFile(file: string, form: 'yaml' | 'json'): Promise<DataDocument | undefined> {
  const text = readTextFile(file, dataFile);
  if (text === undefined) return undefined;
  await refuseDeepNesting(text, file, form);
  if (form === 'yaml')
    return readFlatYaml(text, file) ?? readPlainYaml(text, file) ?? readFullYaml(text, file);
  if (text.trim() === '')
    return raise('data.syntax', 'an empty file is not valid JSON', { location: { file, line: 1 } });
  try {
    // The YAML reader, which records the locations of keys, would accept more than JSON.
    JSON.parse(text);
  } catch (error) {
    raise('data.syntax', `invalid JSON: ${messageOf(error)}`, {
      location: locationOfError(text, file, error),
    });
  }
  return readFullYaml(text, file, 'json');
}

function locationOfError(text: string, file: string, error: unknown): SourceLocation {
  const [, offset] = /position (\d+)/.exec(messageOf(error)) ?? [];
  return offset === undefined ? { file, line: 1 } : locationAt(file, text, Number(offset));
}
