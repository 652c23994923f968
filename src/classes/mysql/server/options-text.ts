import type { Scope } from '../../../catalog/index.js';
import { formatOptionFile, type OptionGroups } from '../../../formats/option-file.js';
import { isTainted } from '../../../secrets/secret.js';
import { formatOrFail } from '../../shared/index.js';

/**
 * Formats the options in a parameter for the server's option file. Every user can read that file, so secrets are refused.
 * @param parameter The name of the parameter with the options, by group.
 */
export function optionsText(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  parameter: string,
): string {
  const options = scope.parameters[parameter];
  if (isTainted(options)) {
    scope.fail(
      `${parameter} contains a secret, and every user can read the file that it is written to`,
      'declare a file in includedir for the secret, with mode 0640 and the group of the server',
      parameter,
    );
  }
  return formatOrFail(scope, parameter, () => formatOptionFile(options as OptionGroups));
}
