import { localHost } from '../../../../src/hosts/local/local-host.js';

// Feeds a script with as many bytes as it is told, and a last line; more than any pipe takes at once.
const [script = '', size = ''] = process.argv.slice(2);
await localHost().run({ argv: ['/bin/sh', '-c', script], input: `${'x'.repeat(Number(size))}\nthe end\n` });
