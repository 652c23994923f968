import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import type { Place } from '../../../errors/place.js';
import { refuseDeepNesting } from '../../nesting.js';
import type { DataDocument } from './document.js';
import { readFlatYaml } from './flat-yaml.js';
import { readFullYaml } from './full-yaml.js';
import { readPlainYaml } from './plain-yaml.js';

/** Bytes: a hundred thousand keys fit in, and what is larger was hardly written as data. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads a data file.
 * @returns undefined where there is none.
 * @throws {GlanceApplyError} where it cannot be read, is too large, or is wrong.
 */
export async function readDataFile(file: string, form: 'yaml' | 'json'): Promise<DataDocument | undefined> {
  const text = readText(file);
  if (text === undefined) return undefined;
  await refuseDeepNesting(text, file, form);
  if (form === 'yaml')
    return readFlatYaml(text, file) ?? readPlainYaml(text, file) ?? readFullYaml(text, file);
  if (text.trim() === '')
    return raise('data.syntax', 'an empty file is no JSON', { place: { file, line: 1 } });
  try {
    // What JSON does not have YAML's reader, which knows the places of keys, would let pass.
    JSON.parse(text);
  } catch (error) {
    raise('data.syntax', `this is no valid JSON: ${messageOf(error)}`, {
      place: placeOfError(text, file, error),
    });
  }
  return readFullYaml(text, file, 'json');
}

function readText(file: string): string | undefined {
  const place = { file, line: 1 };
  const bytes = readBytes(file, place);
  if (bytes === undefined) return undefined;
  if (!isUtf8(bytes)) return raise('data.unreadable', 'this data file is no UTF-8', { place });
  // A byte order mark is no part of the text.
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function readBytes(file: string, place: Place): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    // A pipe would have to be written to before it opens.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile())
      return raise('data.unreadable', 'this is a data file by its name, and no file', { place });
    if (status.size > MAX_BYTES) {
      const size = Math.round(status.size / 1024 / 1024);
      return raise('data.size', `this data file has ${size} MiB, and may have ${MAX_BYTES / 1024 / 1024}`, {
        place,
        hint: 'split it, or let a File resource take over what is no data',
      });
    }
    return readFileSync(descriptor);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === undefined) throw error;
    return raise('data.unreadable', `this data file cannot be read: ${messageOf(error)}`, { place });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function placeOfError(
  text: string,
  file: string,
  error: unknown,
): { file: string; line: number; column?: number } {
  const [, offset] = /position (\d+)/.exec(messageOf(error)) ?? [];
  if (offset === undefined) return { file, line: 1 };
  const before = text.slice(0, Number(offset)).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
