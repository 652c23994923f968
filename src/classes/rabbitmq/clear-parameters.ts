import { type Container, findClass } from '../../catalog/container.js';
import type { DesiredOf, Scope } from '../../catalog/index.js';
import { revealAll, type Secret } from '../../secrets/secret.js';
import { derive } from '../shared/index.js';
import type { parameters } from './parameters.js';

/** The parameters of `rabbitmq`, with secrets revealed. */
export type RabbitmqParameters = DesiredOf<typeof parameters>;

/** Returns the parameters of the class `rabbitmq`, which contains this one. */
export function readParameters(scope: Scope): RabbitmqParameters {
  return revealAll(secretParameters(scope)) as RabbitmqParameters;
}

/** Returns the default account of a new broker; its password stays a secret. */
export function readDefaultAccount(scope: Scope): {
  readonly name: string;
  readonly password: Secret<string> | string;
} {
  const { default_user, default_pass } = secretParameters(scope);
  return { name: String(revealAll(default_user)), password: default_pass as Secret<string> | string };
}

/** Builds the content of a file from the parameters; it is a secret if one of them is. */
export function deriveContent(
  scope: Scope,
  write: (given: RabbitmqParameters) => string | undefined,
): string | Secret<string> | undefined {
  const { default_pass, erlang_cookie, ...others } = secretParameters(scope);
  const given = readParameters(scope);
  const text = write(given);
  return text === undefined ? undefined : derive(others, () => text);
}

/** Returns the class `rabbitmq`, which contains this one. */
export function findBroker(scope: Scope): Container {
  const found = findClass(scope, 'rabbitmq');
  return (
    found ?? scope.fail(`${scope} is a part of the class 'rabbitmq'`, 'declare the class rabbitmq instead')
  );
}

function secretParameters(scope: Scope): Readonly<Record<string, unknown>> {
  return findBroker(scope).parameters;
}
