import { flush, processIo } from '../../../src/cli/io.js';
import { main } from '../../../src/cli/main.js';

// The command in a process of its own, with a lock that no other run uses: LOCK WORDS…
const [lockFile, ...words] = process.argv.slice(2);
const io = { ...processIo(), lockFile };
const status = await main(words, io);
await flush(io);
process.exit(status);
