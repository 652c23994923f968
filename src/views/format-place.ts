import { relative } from 'node:path';
import { formatPlace, type Place } from '../errors/place.js';
import { printableLine } from './escape-control-characters.js';

/** A place as it is shown: relative to the working directory where that is shorter. */
export function formatRelativePlace(place: Place, directory: string): string {
  const near = relative(directory, place.file);
  const file = near === '' || near.length >= place.file.length ? place.file : near;
  return printableLine(formatPlace({ ...place, file }));
}
