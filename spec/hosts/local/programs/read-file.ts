// Reads a file in both ways, and says which terminal rules this process afterwards: 0 for none.
import { readFileSync } from 'node:fs';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';

const [path = ''] = process.argv.slice(2);
const files = new LocalFiles();
await files.read([path]);
await files.stream(path).catch(() => undefined);
const [, , , , terminal] = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
console.log(terminal);
