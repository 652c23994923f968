import { createOptionsDefinedType, option } from '../shared/index.js';

/** `oslo::versionedobjects`: the options of oslo.versionedobjects. */
export class Versionedobjects extends createOptionsDefinedType(
  'oslo::versionedobjects',
  {
    fatal_exception_format_errors: option(
      'oslo_versionedobjects/fatal_exception_format_errors',
      'Whether an error message that cannot be formatted is an error; for tests.',
    ),
  },
  { doc: 'Objects that are exchanged between versions of a service (oslo.versionedobjects).' },
) {}
