// Keeps the optional native parts of bundled packages out of the build: it has to run wherever Node does.

/** ssh2 works without them, with Node's own cryptography. */
const native = /^cpu-features$|\/sshcrypto\.node$/;

/** An esbuild plugin that makes requiring these modules fail, as it does where they were not compiled. */
export const withoutNativeCode = {
  name: 'without-native-code',
  setup(bundler) {
    bundler.onResolve({ filter: native }, ({ path }) => ({ path, namespace: 'native' }));
    bundler.onLoad({ filter: /./, namespace: 'native' }, () => ({
      contents: "throw new Error('not part of this build');",
    }));
  },
};
