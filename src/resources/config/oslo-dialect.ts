import { ConfigDocument } from './config-document.js';
import type { Dialect } from './dialect.js';
import { editConfig } from './edit-config.js';

/** Files of oslo.config, PasteDeploy and uWSGI. */
export const osloDialect: Dialect<ConfigDocument> = {
  key: 'oslo',
  parse: (text) => new ConfigDocument(text),
  edit: editConfig,
};
