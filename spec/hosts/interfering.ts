import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

type Functions = Record<string, (...words: never[]) => unknown>;

const modules = {
  'node:fs': fs as unknown as Functions,
  'node:fs/promises': promises as unknown as Functions,
};

/** In which call somebody interferes: the first one of a function whose first argument fits a path. */
interface Moment {
  readonly module: keyof typeof modules;
  readonly function: string;
  readonly path: RegExp;
  /** Whether it happens after the call, and not before it. @default false */
  readonly after?: boolean;
}

/** Has something happen while a task runs, just before or after it calls a function of node. */
export async function interfering<T>(
  { module: name, function: called, path, after = false }: Moment,
  happens: () => void,
  task: () => Promise<T>,
): Promise<T> {
  const module = modules[name];
  const real = module[called] as (...words: unknown[]) => unknown;
  let open = true;
  module[called] = (...words: unknown[]) => {
    if (!open || !path.test(String(words[0]))) return real.apply(module, words);
    open = false;
    if (!after) happens();
    const result = real.apply(module, words);
    return after ? Promise.resolve(result).finally(happens) : result;
  };
  syncBuiltinESMExports();
  try {
    return await task();
  } finally {
    module[called] = real as never;
    syncBuiltinESMExports();
  }
}
