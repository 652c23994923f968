export { Apache } from './apache.js';
export { Uwsgi } from './uwsgi.js';
