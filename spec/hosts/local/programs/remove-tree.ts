import { messageOf } from '../../../../src/errors/glance-apply-error.js';
import { localHost } from '../../../../src/hosts/local/local-host.js';

// Removes a directory and all that is in it, and says why not.
const [path = ''] = process.argv.slice(2);
await localHost()
  .files.remove(path, { recursive: true })
  .catch((error: unknown) => console.log(messageOf(error)));
