import { type ClassType, classType, type Scope } from '../../../catalog/index.js';
import { Package } from '../../../resources/index.js';
import { passOn } from '../../pass-on.js';
import { type Binding, findPlatform } from '../platform.js';

/** Creates the class of one library: its package, with the parameters of `mysql::bindings`. */
export function createBindingClass(
  binding: Binding,
  title: string,
  doc: string,
): ClassType<Record<never, never>> {
  return class extends classType(`mysql::bindings::${binding}`, {}, { doc }) {
    override declare(): void {
      installBinding(this, binding, title);
    }
  };
}

function installBinding(scope: Scope, binding: Binding, title: string): void {
  const desired = scope.parametersOf('mysql::bindings') ?? {};
  new Package(scope, title, {
    name: (desired[`${binding}_package_name`] as string | undefined) ?? findPlatform(scope).bindings[binding],
    ensure: (desired[`${binding}_package_ensure`] as string | undefined) ?? 'present',
    install_options: passOn(desired.install_options),
  });
}
