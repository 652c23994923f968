// npm run docs:site: writes the documentation as a site, into site/ or into the folder given as the argument.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from './build-site.js';

const folder = process.argv[2] ?? fileURLToPath(new URL('../../site', import.meta.url));
const count = buildSite(folder);
console.log(`${count} pages: open ${join(folder, 'index.html')}`);
