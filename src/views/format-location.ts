import { relative } from 'node:path';
import { formatLocation, type SourceLocation } from '../errors/source-location.js';
import { printableLine } from './escape-control-characters.js';

/** Formats a location, relative to the working directory if that is shorter. */
export function formatRelativeLocation(location: SourceLocation, directory: string): string {
  const near = relative(directory, location.file);
  const file = near === '' || near.length >= location.file.length ? location.file : near;
  return printableLine(formatLocation({ ...location, file }));
}
