export { ClientDev } from './client-dev.js';
export { DaemonDev } from './daemon-dev.js';
export { Java } from './java.js';
export { Perl } from './perl.js';
export { Php } from './php.js';
export { Python } from './python.js';
export { Ruby } from './ruby.js';
