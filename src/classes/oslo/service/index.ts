export { Ssl } from './ssl.js';
export { Wsgi } from './wsgi.js';
