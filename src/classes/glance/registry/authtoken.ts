import { createProgramAuthtoken } from '../authtoken.js';
import { registryRemoval } from '../removed-services.js';

/** How the registry checks the tokens of its callers. */
export class Authtoken extends createProgramAuthtoken('registry', registryRemoval) {}
