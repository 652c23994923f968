import { type Container, findClass } from '../../catalog/container.js';
import type { Scope, WantedOf } from '../../catalog/index.js';
import { revealAll, type Secret } from '../../secrets/secret.js';
import { derive } from '../tables/index.js';
import type { parameters } from './parameters.js';

/** The parameters of `rabbitmq`, in clear. */
export type Given = WantedOf<typeof parameters>;

/** The parameters of the class `rabbitmq`, which this one is a part of. */
export function givenTo(scope: Scope): Given {
  return revealAll(raw(scope)) as Given;
}

/** The account that a broker begins with, its password still a secret. */
export function accountOf(scope: Scope): {
  readonly name: string;
  readonly password: Secret<string> | string;
} {
  const { default_user, default_pass } = raw(scope);
  return { name: String(revealAll(default_user)), password: default_pass as Secret<string> | string };
}

/** Writes a text from the parameters; it is a secret where one of them is that goes into files. */
export function writeText(
  scope: Scope,
  write: (given: Given) => string | undefined,
): string | Secret<string> | undefined {
  const { default_pass, erlang_cookie, ...others } = raw(scope);
  const given = givenTo(scope);
  const text = write(given);
  return text === undefined ? undefined : derive(others, () => text);
}

/** The class `rabbitmq`, which this one is a part of. */
export function broker(scope: Scope): Container {
  const found = findClass(scope, 'rabbitmq');
  return found ?? scope.fail(`${scope} is a part of the class 'rabbitmq'`, 'declare that one instead');
}

function raw(scope: Scope): Readonly<Record<string, unknown>> {
  return broker(scope).parameters;
}
