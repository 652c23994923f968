import { readTextFile } from '../../../data/read-text-file.js';

/** Reads a file of an inventory; undefined if it does not exist. */
export function readInventoryFile(file: string): string | undefined {
  return readTextFile(file, {
    noun: 'inventory file',
    unreadable: 'inventory.unreadable',
    tooLarge: 'inventory.size',
    remedy: 'split it',
  });
}
