/** Debian's script that compiles the Python modules of one package: py3compile(1). */
export const PY3COMPILE = '/usr/bin/py3compile';

/**
 * A Python program that makes the recorded calls on all processors. Debian's own script runs inside of this process,
 * which halves the time; a call that fails there is made again as the package would have made it, and that result counts.
 */
export const byteCompileScript = `
import os, runpy, subprocess, sys

command = '${PY3COMPILE}'
with open(sys.argv[1], 'rb') as noted:
    parts = iter(os.fsdecode(noted.read()).split('\\0'))
calls = list(dict.fromkeys(tuple(next(parts) for _ in range(int(count))) for count in parts if count))

def byte_compile(arguments):
    print('py3compile', *arguments, flush=True)
    sys.argv = [command, *arguments]
    try:
        runpy.run_path(command, run_name='__main__')
    except SystemExit as end:
        if not end.code:
            return True
    except Exception:
        pass
    alone = subprocess.run(sys.argv, stderr=subprocess.PIPE)
    if alone.returncode != 0:
        reason = [b'', *alone.stderr.splitlines()][-1]
        os.write(errors, os.fsencode(' '.join(arguments)) + b': ' + reason + b'\\n')
    return alone.returncode == 0

# Workers take the next call from a pipe: a read of four bytes is one worker's alone.
take, give = os.pipe()
workers = []
for _ in os.sched_getaffinity(0):
    worker = os.fork()
    if worker == 0:
        os.close(give)
        errors = os.dup(2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        good = True
        for number in iter(lambda: os.read(take, 4), b''):
            good = byte_compile(calls[int.from_bytes(number, 'big')]) and good
        os._exit(0 if good else 1)
    workers.append(worker)
os.close(take)
for number in range(len(calls)):
    os.write(give, number.to_bytes(4, 'big'))
os.close(give)
sys.exit(max(os.waitpid(worker, 0)[1] for worker in workers) != 0)
`;
