export { Yumrepo } from '../../resources/index.js';
