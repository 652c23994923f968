"""Prints what Ansible reads from inventories: JSON lines on standard input, {folder, sources, playbook, patterns}, one
result per line on standard output. It uses the classes behind ansible-inventory and ansible, in one process, because each
call of these programs takes a second."""
import json
import math
import sys

from ansible import constants as C
from ansible import context
from ansible.cli.inventory import InventoryCLI
from ansible.inventory.manager import InventoryManager
from ansible.parsing.ajson import AnsibleJSONEncoder
from ansible.parsing.dataloader import DataLoader
from ansible.utils.context_objects import CLIArgs
from ansible.utils.display import Display
from ansible.vars.manager import VariableManager

C.INVENTORY_ANY_UNPARSED_IS_FAILED = True

mismatches = []


def note_warning(self, msg, formatted=False):
    if 'Could not match' in msg:
        mismatches.append(msg)


Display.warning = note_warning


def special(value):
    """JSON has no infinite numbers."""
    if isinstance(value, float) and not math.isfinite(value):
        return 'float %s' % value
    if isinstance(value, dict):
        return {key: special(one) for key, one in value.items()}
    if isinstance(value, list):
        return [special(one) for one in value]
    return value


def plain(value):
    return special(json.loads(json.dumps(value, cls=AnsibleJSONEncoder)))


def selects_nothing(manager, element):
    """Whether an element has a subscript that none of its hosts has, which Ansible accepts without a warning."""
    subscript = manager._split_subscript(element.lstrip('!&'))[1]
    return subscript is not None and element not in manager.hosts and not manager._match_one_pattern(element)


def read(case):
    playbook = case.get('playbook')
    cli = InventoryCLI(['ansible-inventory', '--list'])
    context.CLIARGS = CLIArgs({'basedir': playbook, 'export': True, 'extra_vars': (), 'yaml': False, 'toml': False})
    loader = DataLoader()
    if playbook:
        loader.set_basedir(playbook)
    manager = InventoryManager(loader=loader, sources=case['sources'])
    variables = VariableManager(loader=loader, inventory=manager)
    variables.safe_basedir = bool(playbook)
    cli.loader, cli.inventory, cli.vm = loader, manager, variables
    hosts = {}
    for host in manager.hosts.values():
        found = variables.get_vars(host=host, include_hostvars=False, stage='all')
        hosts[host.name] = {
            'variables': plain(cli._remove_internal(found)),
            'groups': host.get_magic_vars()['group_names'],
        }
    groups = {}
    for group in manager.groups.values():
        groups[group.name] = {
            'variables': plain(cli._get_group_variables(group)),
            'hosts': [host.name for host in group.get_hosts()],
            'children': [child.name for child in group.child_groups],
        }
    patterns = []
    for pattern in case['patterns']:
        mismatches.clear()
        manager.clear_pattern_cache()
        try:
            manager.subset(pattern)
            names = list(dict.fromkeys(host.name for host in manager._evaluate_patterns(manager._subset)))
            patterns.append({'hosts': names, 'mismatch': bool(mismatches) or any(selects_nothing(manager, one) for one in manager._subset)})
        except Exception as error:
            patterns.append({'error': str(error)})
    return {'hosts': hosts, 'groups': groups, 'patterns': patterns}


for line in sys.stdin:
    try:
        print(json.dumps(read(json.loads(line))))
    except Exception as error:
        print(json.dumps({'error': '%s: %s' % (type(error).__name__, error)}))
