import { glanceApply } from './plugin.js';

/** Teaches the chai that is installed beside this library; without one there are the plain functions. */
export async function registerWithChai(): Promise<void> {
  try {
    const chai = await import('chai');
    chai.use(glanceApply as Chai.ChaiPlugin);
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    // The second is how jest says it.
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
  }
}
