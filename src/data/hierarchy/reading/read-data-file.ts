import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { codeOf } from '../../../errors/error-code.js';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';
import { locationAt, type SourceLocation } from '../../../errors/source-location.js';
import { refuseDeepNesting } from '../../nesting.js';
import type { DataDocument } from './document.js';
import { readFlatYaml } from './flat-yaml.js';
import { readFullYaml } from './full-yaml.js';
import { readPlainYaml } from './plain-yaml.js';

/** Enough for a hundred thousand keys; larger files are unlikely to be data. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads a data file.
 * @returns undefined if it does not exist.
 * @throws {GlanceApplyError} if it cannot be read, is too large, or is invalid.
 */
export async function readDataFile(file: string, form: 'yaml' | 'json'): Promise<DataDocument | undefined> {
  const text = readText(file);
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

function readText(file: string): string | undefined {
  const location = { file, line: 1 };
  const bytes = readBytes(file, location);
  if (bytes === undefined) return undefined;
  if (!isUtf8(bytes)) return raise('data.unreadable', 'this data file is not valid UTF-8', { location });
  // A byte order mark is not part of the text.
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function readBytes(file: string, location: SourceLocation): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    // Opening a pipe would block until a process writes to it.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile())
      return raise('data.unreadable', 'this data file is not a regular file', { location });
    if (status.size > MAX_BYTES) {
      const size = Math.round(status.size / 1024 / 1024);
      return raise(
        'data.size',
        `this data file has ${size} MiB, more than the limit of ${MAX_BYTES / 1024 / 1024} MiB`,
        {
          location,
          hint: 'split it, or copy large content with a File resource',
        },
      );
    }
    return readFileSync(descriptor);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === undefined) throw error;
    return raise('data.unreadable', `this data file cannot be read: ${messageOf(error)}`, { location });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function locationOfError(text: string, file: string, error: unknown): SourceLocation {
  const [, offset] = /position (\d+)/.exec(messageOf(error)) ?? [];
  return offset === undefined ? { file, line: 1 } : locationAt(file, text, Number(offset));
}
