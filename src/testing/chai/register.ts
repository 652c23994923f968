import { codeOf } from '../../errors/error-code.js';
import { glanceApply } from './plugin.js';

/** Registers the plugin with the chai that is installed, if any. Without chai the assert functions can be used. */
export async function registerWithChai(): Promise<void> {
  try {
    const chai = await import('chai');
    chai.use(glanceApply);
  } catch (error) {
    const code = codeOf(error);
    // The second code is that of jest.
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error;
  }
}
