import type { Syntax } from './syntax.js';

/** `[section]`, and `name = value` or `name: value`, as oslo.config, PasteDeploy and uWSGI read it. */
export const osloSyntax: Syntax = { separators: ['=', ':'], sectionPrefix: '[', sectionSuffix: ']' };
