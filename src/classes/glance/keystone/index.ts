export { Auth } from './auth.js';
export { GlareAuth } from './glare-auth.js';
