const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** The options that this library takes into account, or that make it use the client of OpenSSH. */
export const KNOWN = list(
  `addressfamily batchmode bindaddress certificatefile checkhostip ciphers connecttimeout controlmaster controlpath
  globalknownhostsfile gssapiauthentication hashknownhosts hostbasedauthentication hostkeyalgorithms hostkeyalias hostname identitiesonly
  identityagent identityfile kbdinteractiveauthentication kexalgorithms knownhostscommand macs passwordauthentication
  pkcs11provider port proxycommand proxyjump pubkeyauthentication revokedhostkeys serveralivecountmax
  serveraliveinterval stricthostkeychecking user userknownhostsfile`,
);

/** The options that make no difference to a connection that only runs commands and opens streams. */
export const HARMLESS = list(
  `addkeystoagent clearallforwardings compression controlpersist dynamicforward enableescapecommandline
  escapechar exitonforwardfailure fingerprinthash forkafterauthentication forwardagent forwardx11 forwardx11timeout
  forwardx11trusted gatewayports gssapidelegatecredentials ignoreunknown ipqos localcommand
  localforward loglevel logverbose numberofpasswordprompts permitlocalcommand permitremoteopen preferredauthentications
  remotecommand remoteforward requesttty sendenv sessiontype setenv stdinnull streamlocalbindmask streamlocalbindunlink
  syslogfacility tcpkeepalive tunnel tunneldevice updatehostkeys usekeychain visualhostkey xauthlocation`,
);
