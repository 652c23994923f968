import { type Clear, revealAll } from '../secrets/secret.js';

/** The parameters of a class in clear, for a class that computes a text from many of them. */
export function revealParameters<P extends object>(parameters: P): { readonly [K in keyof P]: Clear<P[K]> } {
  // Revealing changes no more than the type says: each secret becomes its value.
  return revealAll(parameters) as { readonly [K in keyof P]: Clear<P[K]> };
}
