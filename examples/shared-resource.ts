import { File, manifest, Package, type Scope } from 'glance-apply';

/** A resource is declared once. If two classes need the same one, each declares it unless it already exists. */
function tool(scope: Scope, name: string): void {
  scope.ensureResource(Package, 'jq', { ensure: 'present' });
  new File(scope, `/usr/local/bin/${name}`, { content: '#!/bin/sh\nexec jq . "$@"\n', mode: '0755' });
}

export default manifest((site) => {
  tool(site, 'pretty');
  tool(site, 'show');
});
