// Worker threads of Node start without the TypeScript loader.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
