import { relative } from 'node:path';
import { formatPlace, type Place } from '../errors/source-location.js';
import { printableLine } from './escape-control-characters.js';

/** Formats a place, relative to the working directory if that is shorter. */
export function formatRelativePlace(place: Place, directory: string): string {
  const near = relative(directory, place.file);
  const file = near === '' || near.length >= place.file.length ? place.file : near;
  return printableLine(formatPlace({ ...place, file }));
}
