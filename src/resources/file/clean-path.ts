import { posix } from 'node:path';
import { absolutePath, type ValueType } from '../../catalog/index.js';

/** An absolute path, normalized: `/etc//glance/` is the same file as `/etc/glance`. */
export const cleanPath: ValueType<string> = {
  ...absolutePath,
  munge: (value) =>
    typeof value === 'string' && value.startsWith('/')
      ? posix.join('/', value).replace(/(?<=.)\/$/, '')
      : value,
};
