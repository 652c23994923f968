import type { Scope } from '../../catalog/index.js';
import { erlangAtom, erlangTerm } from '../../formats/erlang-text.js';
import { written } from '../tables/index.js';
import type { Given } from './given.js';

type Variables = Readonly<Record<string, string>>;

/**
 * What goes into `advanced.config`: Erlang's terms, application by application, as they were given; undefined where
 * there are none.
 */
export function advancedSettings(scope: Scope, given: Given): string | undefined {
  const pairsOf = (parameter: keyof Given & `config_${string}variables`, indent: string) =>
    written(scope, parameter, () =>
      Object.entries(given[parameter] as Variables).map(
        ([name, value]) => `${indent}{${erlangAtom(name)}, ${erlangTerm(value)}}`,
      ),
    );
  const applications = [
    ...application('rabbit', pairsOf('config_variables', '    ')),
    ...application('kernel', pairsOf('config_kernel_variables', '    ')),
    ...application('rabbitmq_management', pairsOf('config_management_variables', '    ')),
    ...pairsOf('config_additional_variables', '  '),
  ];
  return applications.length === 0 ? undefined : `[\n${applications.join(',\n')}\n].\n`;
}

function application(name: string, pairs: readonly string[]): string[] {
  return pairs.length === 0 ? [] : [`  {${name}, [\n${pairs.join(',\n')}\n  ]}`];
}
