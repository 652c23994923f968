import type { Scope } from '../../catalog/index.js';
import { checkErlangTerm, toErlangAtom } from '../../formats/erlang-text.js';
import { formatOrFail } from '../shared/index.js';
import type { RabbitmqParameters } from './clear-parameters.js';

/**
 * Formats `advanced.config`: the given Erlang terms by application; undefined if there are none.
 */
export function formatAdvancedConfig(scope: Scope, given: RabbitmqParameters): string | undefined {
  const pairsOf = (parameter: keyof RabbitmqParameters & `config_${string}variables`, indent: string) =>
    formatOrFail(scope, parameter, () =>
      Object.entries(given[parameter]).map(
        ([name, value]) => `${indent}{${toErlangAtom(name)}, ${checkErlangTerm(value)}}`,
      ),
    );
  const applications = [
    ...formatApplication('rabbit', pairsOf('config_variables', '    ')),
    ...formatApplication('kernel', pairsOf('config_kernel_variables', '    ')),
    ...formatApplication('rabbitmq_management', pairsOf('config_management_variables', '    ')),
    ...pairsOf('config_additional_variables', '  '),
  ];
  return applications.length === 0 ? undefined : `[\n${applications.join(',\n')}\n].\n`;
}

function formatApplication(name: string, pairs: readonly string[]): string[] {
  return pairs.length === 0 ? [] : [`  {${name}, [\n${pairs.join(',\n')}\n  ]}`];
}
