import { createProgramAuthtoken } from '../authtoken.js';
import { glareRemoval } from '../removed-services.js';

/** How Glare checks the tokens of its callers. */
export class Authtoken extends createProgramAuthtoken('glare', glareRemoval) {}
