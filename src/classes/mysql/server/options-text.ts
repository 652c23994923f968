import type { Scope } from '../../../catalog/index.js';
import { formatOptionFile, type OptionGroups } from '../../../formats/option-file.js';
import { isTainted } from '../../../secrets/secret.js';
import { formatOrFail } from '../../shared/index.js';

/**
 * The options that a parameter holds, as the server's own file has them. Programs of every user read that file: a secret
 * has no place in it.
 * @param parameter The one with the options, by group.
 */
export function optionsText(
  scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  parameter: string,
): string {
  const options = scope.parameters[parameter];
  if (isTainted(options)) {
    scope.fail(
      `${parameter}: there is a secret among the options, and every user may read the file that they go into`,
      'declare a file in includedir for them, with mode 0640 and the group of the server',
      parameter,
    );
  }
  return formatOrFail(scope, parameter, () => formatOptionFile(options as OptionGroups));
}
