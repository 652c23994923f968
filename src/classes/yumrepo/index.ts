export { Yumrepo } from './yumrepo.js';
