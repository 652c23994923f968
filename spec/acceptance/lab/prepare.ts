import { baseImage } from './base-image.js';
import { makeCheckout } from './checkout.js';

/** Makes what all specs of a run share, once, however many processes run them. */
export async function mochaGlobalSetup(): Promise<void> {
  await baseImage();
  await makeCheckout();
}
