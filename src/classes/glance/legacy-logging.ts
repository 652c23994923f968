import { parameter } from '../../catalog/index.js';
import { optionValue } from '../shared/index.js';

/** The parameters of `legacyLoggingParameters` that have the same names in the class `logging`. */
export const legacyLoggingNames = [
  'debug',
  'log_file',
  'log_dir',
  'use_syslog',
  'use_stderr',
  'log_facility',
] as const;

/** A parameter that moved to the class `logging` of the same service. */
function movedParameter(service: string, doc: string, name: (typeof legacyLoggingNames)[number]) {
  return parameter(optionValue, doc, {
    until: 'rocky',
    became: { name: `glance::${service}::logging::${name}` },
  });
}

/**
 * Logging parameters of the service's own class. Values given here take precedence over the class `logging`, as in
 * Puppet.
 * @param service `api` or `registry`.
 */
export function legacyLoggingParameters(service: string) {
  return {
    debug: movedParameter(service, 'Whether debug messages are logged.', 'debug'),
    log_file: movedParameter(service, 'File that the log is written to.', 'log_file'),
    log_dir: movedParameter(service, 'Directory of the log file.', 'log_dir'),
    use_syslog: movedParameter(service, 'Whether the log goes to syslog.', 'use_syslog'),
    use_stderr: movedParameter(service, 'Whether the log goes to standard error.', 'use_stderr'),
    log_facility: movedParameter(service, "The log's facility in syslog.", 'log_facility'),
    verbose: parameter(optionValue, 'Whether informational messages are logged: they always are.', {
      until: 'newton',
      deprecated: { hint: 'it has no effect: remove it' },
      obsolete: 'informational messages are always logged',
    }),
  };
}
