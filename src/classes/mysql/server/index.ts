export { AccountSecurity } from './account-security.js';
export { Config } from './config.js';
export { Install } from './install.js';
export { Providers } from './providers.js';
export { RootPassword } from './root-password.js';
export { Service } from './service.js';
