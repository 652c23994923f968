import { File, type Scope } from 'glance-apply';
import type { Premises } from './case.js';

type Given = ConstructorParameters<typeof File>[2];

/** Declares a file in the directory of the case, with values that may name that directory as `$DIR`. */
export const fileInDirectory =
  (given: Given = {}, name = 'x') =>
  (site: Scope, { dir }: Premises) => {
    const inDir = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(inDir)
        : typeof value === 'string'
          ? value.replace('$DIR', dir)
          : value;
    const located = Object.entries(given).map(([key, value]) => [key, inDir(value)]);
    new File(site, `${dir}/${name}`, Object.fromEntries(located));
  };
