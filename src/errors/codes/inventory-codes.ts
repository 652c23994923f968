import type { CodeTable } from './code-documentation.js';

/** Inventories of hosts, in Ansible's formats, and patterns that select hosts. */
export const inventoryCodes = {
  'inventory.alias': {
    cause: 'An alias in an inventory cannot be resolved, or aliases expand to too many values.',
    remedy: 'Write the value out.',
  },
  'inventory.comment': {
    cause: 'A # in an inventory probably does not mean what was intended: a comment, or a part of a value.',
    remedy: 'Quote the value if it contains the #; write comments on lines of their own.',
  },
  'inventory.connection': {
    cause: 'A variable says in a way that is not supported how a host is reached.',
    remedy: 'Correct or remove the variable; options of SSH belong in ~/.ssh/config.',
  },
  'inventory.depth': {
    cause: 'A folder of an inventory is nested too deeply, as if a link led to a folder above it.',
    remedy: 'Remove the link.',
  },
  'inventory.duplicate': {
    cause: 'A hash in an inventory has the same key twice, and the last one counts.',
    remedy: 'Remove one of the two.',
  },
  'inventory.form': {
    cause: 'A part of an inventory is a list, a string or a number, and has to be a hash, or the reverse.',
    remedy: 'Correct it at the reported location.',
  },
  'inventory.host': {
    cause: 'The name of a host, or a range of names, is not valid.',
    remedy: 'Write a name, an address, or a range such as web[01:10].',
  },
  'inventory.loop': {
    cause: 'Groups of an inventory contain each other.',
    remedy: 'Remove one of the reported lines.',
  },
  'inventory.merge-key': {
    cause: 'The YAML merge key << is given a value that is not a hash or a list of hashes.',
    remedy: 'Correct the value.',
  },
  'inventory.missing': {
    cause: 'An inventory does not exist.',
    remedy: 'Correct the path; a list of hosts without a file needs a comma, as in db01,db02.',
  },
  'inventory.name': {
    cause: 'A host and a group have the same name. Usually a section [group:children] lacks its :children.',
    remedy: 'Add :children, or rename one of the two.',
  },
  'inventory.newline': {
    cause: 'A password in an inventory ends with a line break.',
    remedy: 'In YAML, begin the block with |- instead of |; encrypt with printf instead of echo.',
  },
  'inventory.no-match': {
    cause: 'A pattern, or a part of one, selects no host.',
    remedy: 'Correct the name; check that the group has hosts.',
  },
  'inventory.no-vault-password': {
    cause: 'A value is encrypted with Ansible Vault, and no password is given.',
    remedy: 'Give the file that contains the password.',
  },
  'inventory.pattern': {
    cause: 'A pattern that selects hosts is not valid.',
    remedy: 'Write names of hosts and groups, separated by commas, with ! or & in front, or with wildcards.',
  },
  'inventory.plugin': {
    cause: 'An inventory configures a plugin of Ansible, which only Ansible can run.',
    remedy: 'Use a program that prints the inventory: exec ansible-inventory -i FILE --list.',
  },
  'inventory.port': {
    cause: 'An inventory mentions one host with two ports.',
    remedy: 'Remove one, or give the second one a name of its own and set ansible_host.',
  },
  'inventory.priority': {
    cause: 'ansible_group_priority is not an integer, or is set where it has no effect.',
    remedy: 'Set it to a number among the variables of a group, in the inventory itself.',
  },
  'inventory.program': {
    cause: 'An inventory is a program, and programs are not allowed, or it failed.',
    remedy: 'Allow it with --inventory-programs; run it by hand to see what it prints.',
  },
  'inventory.section': {
    cause: 'A section of an inventory in INI, or a key of a group in YAML, is unknown.',
    remedy: 'Use [group], [group:children] and [group:vars], or hosts, children and vars.',
  },
  'inventory.size': {
    cause: 'An inventory is too large, or a range stands for too many hosts.',
    remedy: 'Correct the range, or split the inventory.',
  },
  'inventory.syntax': {
    cause: 'An inventory is not valid INI or YAML.',
    remedy: 'Correct it at the reported location.',
  },
  'inventory.tag': {
    cause: 'An inventory has a YAML tag that is not supported.',
    remedy: 'Write a plain value; !vault and !unsafe are supported.',
  },
  'inventory.template': {
    cause: 'A variable that is used contains a template of Jinja, which only Ansible can evaluate.',
    remedy: 'Write the value itself; !unsafe in YAML marks a string that is not a template.',
  },
  'inventory.unknown-group': {
    cause: 'An inventory in INI refers to a group that it does not declare.',
    remedy: 'Correct the name, or declare the group with a section of its own.',
  },
  'inventory.unreadable': {
    cause: 'An inventory cannot be read, is not a regular file, or is not UTF-8.',
    remedy: 'Check its permissions and its encoding.',
  },
  'inventory.unused-file': {
    cause: 'A file beside an inventory is not read, and its name looks as if it should be.',
    remedy: 'Rename it, or move it out of the folder.',
  },
  'inventory.unused-host': {
    cause: 'An inventory program prints variables of a host that is in no group.',
    remedy: 'Add the host to a group, such as all.',
  },
  'inventory.value': {
    cause: 'A value in an inventory is not valid, or JSON does not have it.',
    remedy: 'Quote it to make it a string.',
  },
  'inventory.vault': {
    cause: 'A value that Ansible Vault encrypted cannot be decrypted.',
    remedy: 'Check the password, and that the value is complete.',
  },
} as const satisfies CodeTable;
