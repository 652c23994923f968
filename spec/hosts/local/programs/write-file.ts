import { localHost } from '../../../../src/hosts/local/local-host.js';
import { codeOf } from '../../../../src/hosts/system-error.js';

// Writes as many bytes as it is told to a file, and says with which code that was refused.
const [path = '', size = ''] = process.argv.slice(2);
try {
  await localHost().files.write(path, Buffer.alloc(Number(size), 'x'));
  console.log('written');
} catch (error) {
  console.log(codeOf(error));
}
