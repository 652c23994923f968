import type { Dialect } from './dialect.js';
import { ConfigDocument } from './document.js';
import { editConfig } from './edit-config.js';

/** Files of oslo.config, PasteDeploy and uWSGI. */
export const osloDialect: Dialect<ConfigDocument> = {
  key: 'oslo',
  parse: (text) => new ConfigDocument(text),
  edit: editConfig,
};
