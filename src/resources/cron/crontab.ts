import { formatSchedule } from './cron-time.js';
import { encodeLine, isJobLine, type Job, type Part, parseCrontab } from './parse-crontab.js';

/**
 * A user's crontab in Puppet's form, so that crontabs that Puppet has managed stay as they are. Every line that is not
 * part of a changed job keeps its bytes and its position.
 */
export class Crontab {
  /** Removed parts are undefined, so that positions stay as they are. */
  readonly #parts: (Part | undefined)[];
  readonly #positions = new Map<Job, number>();
  readonly #byName = new Map<string, Job>();
  readonly #unnamedByCommand = new Map<string, Set<Job>>();

  constructor(content: Buffer | string) {
    this.#parts = parseCrontab(Buffer.from(content).toString('latin1'));
    for (const [position, part] of this.#parts.entries())
      if (part?.job !== undefined) this.#add(part.job, position);
  }

  get content(): Buffer {
    const lines = this.#parts.flatMap((part) => part?.lines.map((line) => `${line}\n`) ?? []);
    return Buffer.from(lines.join(''), 'latin1');
  }

  /** The jobs in their order. */
  get jobs(): Job[] {
    return this.#parts.flatMap((part) => part?.job ?? []);
  }

  /** Finds the first job with a name. */
  find(name: string): Job | undefined {
    return this.#byName.get(name);
  }

  /** The jobs without a name that run a command. */
  unnamedJobs(command: string): Iterable<Job> {
    return this.#unnamedByCommand.get(command) ?? [];
  }

  /** Writes a job at the position of another, or at the end. */
  put(job: Job, before: Job | undefined): void {
    const position = (before && this.#positions.get(before)) ?? this.#parts.length;
    this.#parts[position] = { job, lines: [...this.#notOwn(position), ...formatJob(job)] };
    if (before !== undefined) this.#delete(before);
    this.#add(job, position);
  }

  /** Removes a job; comments between its lines stay. */
  remove(job: Job): void {
    const position = this.#positions.get(job);
    if (position === undefined) return;
    this.#parts[position] = { lines: this.#notOwn(position) };
    this.#delete(job);
  }

  /** Comments and blank lines between the name of a job and the job. */
  #notOwn(position: number): string[] {
    return this.#parts[position]?.lines.slice(0, -1).filter((line) => !isJobLine(line)) ?? [];
  }

  #add(job: Job, position: number): void {
    this.#positions.set(job, position);
    if (job.name !== undefined) {
      if (!this.#byName.has(job.name)) this.#byName.set(job.name, job);
      return;
    }
    const command = job.command.trim();
    const known = this.#unnamedByCommand.get(command);
    if (known === undefined) this.#unnamedByCommand.set(command, new Set([job]));
    else known.add(job);
  }

  #delete(job: Job): void {
    this.#positions.delete(job);
    if (job.name === undefined) this.#unnamedByCommand.get(job.command.trim())?.delete(job);
    else if (this.#byName.get(job.name) === job) this.#byName.delete(job.name);
  }
}

function formatJob({ name, environment, schedule, command }: Job): string[] {
  const nameLine = name === undefined ? [] : [`# Puppet Name: ${name}`];
  return [...nameLine, ...environment, `${formatSchedule(schedule)} ${command}`].map(encodeLine);
}
