import { localHost } from '../../../../src/hosts/local/local-host.js';

// Takes the lock that is named, runs commands one after the other, says how each went, and stays until it is killed.
const [lockFile = '', owner = '', commands = '[]'] = process.argv.slice(2);
const host = localHost({ lockFile });
const lock = await host.lock(owner);
console.log('heldBy' in lock ? `held by ${lock.heldBy}` : 'held');
for (const command of JSON.parse(commands)) {
  const { stdout } = await host.run(command);
  console.log(`ended ${stdout.trim()}`);
}
setInterval(() => undefined, 1000);
