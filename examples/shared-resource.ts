import { File, manifest, Package, type Scope } from 'glance-apply';

/** A resource has one owner. Where two need the same, each declares it unless it is there already. */
function tool(scope: Scope, name: string): void {
  scope.declareUnlessThere(Package, 'jq', { ensure: 'present' });
  new File(scope, `/usr/local/bin/${name}`, { content: '#!/bin/sh\nexec jq . "$@"\n', mode: '0755' });
}

export default manifest((site) => {
  tool(site, 'pretty');
  tool(site, 'show');
});
