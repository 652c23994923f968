import { localHost } from '../../../../src/hosts/local/local-host.js';
import { acquireLock } from '../../../../src/hosts/run-lock.js';

// Takes the lock that is named, says how that went, and stays until it is killed.
const [path = '', owner = ''] = process.argv.slice(2);
const lock = await acquireLock(localHost(), path, owner);
console.log('release' in lock ? 'held' : `held by ${lock.heldBy}`);
setInterval(() => undefined, 1000);
