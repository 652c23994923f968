import type { ProviderLookup } from '../../engine/group.js';
import { providersOf } from '../../engine/provider.js';
import { simulatedProvider } from './simulated-provider.js';
import type { SimulatedWorld } from './simulated-world.js';

/** Creates the providers of a simulated world: one for each real provider. */
export function simulatedProviders(world: SimulatedWorld): ProviderLookup {
  return (definition) => {
    const real = providersOf(definition) ?? {
      providers: { simulated: undefined },
      choose: () => 'simulated',
    };
    const providers = Object.entries(real.providers).map(([name, provider]) => [
      name,
      simulatedProvider(definition, provider, world),
    ]);
    return { providers: Object.fromEntries(providers), choose: real.choose };
  };
}
