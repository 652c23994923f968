import { option, optionsDefine } from '../tables/index.js';

/** `oslo::versionedobjects`: the options of oslo.versionedobjects. */
export class Versionedobjects extends optionsDefine(
  'oslo::versionedobjects',
  {
    fatal_exception_format_errors: option(
      'oslo_versionedobjects/fatal_exception_format_errors',
      'An error message that cannot be put together is an error of its own; for tests.',
    ),
  },
  { doc: 'How objects are sent between versions of a service (oslo.versionedobjects).' },
) {}
