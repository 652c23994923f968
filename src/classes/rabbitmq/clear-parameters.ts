import { type Container, findClass } from '../../catalog/container.js';
import type { Scope, WantedOf } from '../../catalog/index.js';
import { revealAll, type Secret } from '../../secrets/secret.js';
import { derive } from '../tables/index.js';
import type { parameters } from './parameters.js';

/** The parameters of `rabbitmq`, in clear. */
export type RabbitmqParameters = WantedOf<typeof parameters>;

/** The parameters of the class `rabbitmq`, which this one is a part of. */
export function readParameters(scope: Scope): RabbitmqParameters {
  return revealAll(secretParameters(scope)) as RabbitmqParameters;
}

/** The account that a broker begins with, its password still a secret. */
export function readDefaultAccount(scope: Scope): {
  readonly name: string;
  readonly password: Secret<string> | string;
} {
  const { default_user, default_pass } = secretParameters(scope);
  return { name: String(revealAll(default_user)), password: default_pass as Secret<string> | string };
}

/** Writes a text from the parameters; it is a secret where one of them is that goes into files. */
export function deriveContent(
  scope: Scope,
  write: (given: RabbitmqParameters) => string | undefined,
): string | Secret<string> | undefined {
  const { default_pass, erlang_cookie, ...others } = secretParameters(scope);
  const given = readParameters(scope);
  const text = write(given);
  return text === undefined ? undefined : derive(others, () => text);
}

/** The class `rabbitmq`, which this one is a part of. */
export function findBroker(scope: Scope): Container {
  const found = findClass(scope, 'rabbitmq');
  return found ?? scope.fail(`${scope} is a part of the class 'rabbitmq'`, 'declare that one instead');
}

function secretParameters(scope: Scope): Readonly<Record<string, unknown>> {
  return findBroker(scope).parameters;
}
