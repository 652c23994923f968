import type { ContainerOptions } from '../../catalog/container-definition.js';
import { anything, classType, hashOf, parameter, type Scope } from '../../catalog/index.js';
import type { Resource } from '../../catalog/resource.js';
import { isReleaseBetween } from '../../data/releases.js';
import { reveal } from '../../secrets/secret.js';
import * as keystone from '../keystone/index.js';
import { adaptParameter, isServiceDefault, perRelease, serviceDefault } from '../shared/index.js';
import type { OpenStackService } from './openstack-service.js';

const { collect_timing: _, ...shared } = keystone.resource.Authtoken.definition.attributes;

/** Returns the parameters for checking tokens: `keystone::resource::authtoken`, with the service's own user. */
function createAuthtokenParameters(user: string) {
  return {
    ...shared,
    username: adaptParameter(shared.username, { required: false, default: user }),
    password: adaptParameter(shared.password, { required: false, default: serviceDefault }),
    auth_url: adaptParameter(shared.auth_url, {
      required: false,
      default: perRelease({ newton: 'http://127.0.0.1:35357', rocky: 'http://127.0.0.1:5000' }),
    }),
    project_name: adaptParameter(shared.project_name, { required: false, default: 'services' }),
    user_domain_name: adaptParameter(shared.user_domain_name, {
      default: perRelease({ newton: serviceDefault, queens: 'Default' }),
    }),
    project_domain_name: adaptParameter(shared.project_domain_name, {
      default: perRelease({ newton: serviceDefault, queens: 'Default' }),
    }),
    auth_type: adaptParameter(shared.auth_type, { default: 'password' }),
    auth_uri: adaptParameter(shared.auth_uri, { until: 'queens', default: 'http://127.0.0.1:5000' }),
    www_authenticate_uri: adaptParameter(shared.www_authenticate_uri, { default: 'http://127.0.0.1:5000' }),
    params: parameter(
      hashOf(anything),
      'Parameters of keystone::resource::authtoken, which override those of this class.',
      {
        default: {},
        since: 'xena',
      },
    ),
  } as const;
}

/**
 * Declares the check of tokens.
 * @param title The service in messages: `Glance`.
 * @param className The class whose parameters these are: `glance::api::authtoken`.
 * @param given The values of `createAuthtokenParameters`.
 */
function declareAuthtoken(
  scope: Scope,
  {
    config,
    title,
    className,
  }: { readonly config: string; readonly title: string; readonly className: string },
  given: Readonly<Record<string, unknown>>,
): Resource {
  const { params, ...values } = given;
  // These two releases write the URL under both names.
  const both = isReleaseBetween(scope.release, 'rocky', 'stein')
    ? { auth_uri: values.www_authenticate_uri as string }
    : {};
  if (isServiceDefault(values.password)) {
    scope.fail(
      `${title}'s user has no password, so tokens could not be verified`,
      `set ${className}::password, or another auth_strategy than keystone`,
    );
  }
  return new keystone.resource.Authtoken(scope, config, {
    ...values,
    ...both,
    ...(reveal(params) as object | undefined),
  });
}

/** How the class of one service differs from those of others. */
export interface AuthtokenOptions {
  /** The name of the class. @default `x::keystone::authtoken` */
  readonly className?: string;
  /** The releases that do not have the class, and why. @default every release has it */
  readonly removal?: Pick<ContainerOptions, 'until' | 'replacedBy'>;
  /** Returns the values that take precedence because another class had these parameters. @default none */
  readonly readLegacyValues?: (
    scope: Scope & { readonly parameters: Readonly<Record<string, unknown>> },
  ) => Readonly<Record<string, unknown>>;
}

/** Returns the class of a service that checks the tokens of its callers. */
export function createAuthtoken(
  { name, title, user, config, deps }: OpenStackService,
  { className = `${name}::keystone::authtoken`, removal, readLegacyValues }: AuthtokenOptions = {},
) {
  return class extends classType(className, createAuthtokenParameters(user), {
    doc: `How ${title} checks its callers' tokens with Keystone: [keystone_authtoken] of its configuration.`,
    ...removal,
  }) {
    override declare(): void {
      this.include(deps);
      declareAuthtoken(
        this,
        { config, title, className },
        { ...this.parameters, ...readLegacyValues?.(this) },
      );
    }
  };
}
