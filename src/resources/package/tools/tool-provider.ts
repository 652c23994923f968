import type { Provider } from '../../../engine/provider.js';
import type { attributes } from '../attributes.js';
import { changePackage } from './change.js';
import { readPackages } from './read.js';
import type { ToolDefinition } from './tool.js';

/** Creates the provider for packages of a language, which its tool installs one by one. */
export function createToolProvider(definition: ToolDefinition): Provider<typeof attributes> {
  return {
    read: (session, subjects) => readPackages(definition, session, subjects),
    change: (session, subject) => changePackage(definition, session, subject),

    concurrency: 1,
    // pip and pip3 may be the same program.
    locks: () => ['packages of languages'],
    disturbs: () => true,
  };
}
