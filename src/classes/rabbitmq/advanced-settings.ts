import type { Given } from './given.js';

/**
 * What goes into `advanced.config`: Erlang's terms, application by application, as they were given; undefined where
 * there are none.
 */
export function advancedSettings(given: Given): string | undefined {
  const {
    config_variables,
    config_kernel_variables,
    config_management_variables,
    config_additional_variables,
  } = given;
  const applications = [
    ...application('rabbit', config_variables),
    ...application('kernel', config_kernel_variables),
    ...application('rabbitmq_management', config_management_variables),
    ...Object.entries(config_additional_variables).map(([name, value]) => `  {${name}, ${value}}`),
  ];
  return applications.length === 0 ? undefined : `[\n${applications.join(',\n')}\n].\n`;
}

function application(name: string, variables: Readonly<Record<string, string>>): string[] {
  const pairs = Object.entries(variables).map(([key, value]) => `    {${key}, ${value}}`);
  return pairs.length === 0 ? [] : [`  {${name}, [\n${pairs.join(',\n')}\n  ]}`];
}
