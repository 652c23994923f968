export { IdentityProvider } from './identity-provider.js';
export { Mellon } from './mellon.js';
export { Openidc } from './openidc.js';
export { OpenidcHttpdConfiguration } from './openidc-httpd-configuration.js';
export { Shibboleth } from './shibboleth.js';
