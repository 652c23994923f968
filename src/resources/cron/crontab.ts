import { formatSchedule } from './cron-time.js';
import { encodeLine, isJobLine, type Job, type Part, parseCrontab } from './parse-crontab.js';

/**
 * A user's crontab in the form that Puppet gives it, so that what Puppet has managed is taken over as it is.
 * Every line that is not part of a changed job keeps its bytes and its place.
 */
export class Crontab {
  /** What was taken out leaves a hole, so that places stay as they are. */
  readonly #parts: (Part | undefined)[];
  readonly #places = new Map<Job, number>();
  readonly #byName = new Map<string, Job>();
  readonly #unnamedByCommand = new Map<string, Set<Job>>();

  constructor(content: Buffer | string) {
    this.#parts = parseCrontab(Buffer.from(content).toString('latin1'));
    for (const [place, part] of this.#parts.entries())
      if (part?.job !== undefined) this.#know(part.job, place);
  }

  get content(): Buffer {
    const lines = this.#parts.flatMap((part) => part?.lines.map((line) => `${line}\n`) ?? []);
    return Buffer.from(lines.join(''), 'latin1');
  }

  /** The jobs in their order. */
  get jobs(): Job[] {
    return this.#parts.flatMap((part) => part?.job ?? []);
  }

  /** The job of a name; the first, where several have it. */
  find(name: string): Job | undefined {
    return this.#byName.get(name);
  }

  /** Jobs without a name that run a command. */
  unnamedJobs(command: string): Iterable<Job> {
    return this.#unnamedByCommand.get(command) ?? [];
  }

  /** Puts a job in the place of another, or at the end. */
  put(job: Job, before: Job | undefined): void {
    const place = (before && this.#places.get(before)) ?? this.#parts.length;
    this.#parts[place] = { job, lines: [...this.#notOwn(place), ...formatJob(job)] };
    if (before !== undefined) this.#forget(before);
    this.#know(job, place);
  }

  /** Takes a job out; comments that stood within it stay. */
  remove(job: Job): void {
    const place = this.#places.get(job);
    if (place === undefined) return;
    this.#parts[place] = { lines: this.#notOwn(place) };
    this.#forget(job);
  }

  /** Comments and blank lines between the name of a job and the job. */
  #notOwn(place: number): string[] {
    return this.#parts[place]?.lines.slice(0, -1).filter((line) => !isJobLine(line)) ?? [];
  }

  #know(job: Job, place: number): void {
    this.#places.set(job, place);
    if (job.name !== undefined) {
      if (!this.#byName.has(job.name)) this.#byName.set(job.name, job);
      return;
    }
    const command = job.command.trim();
    const known = this.#unnamedByCommand.get(command);
    if (known === undefined) this.#unnamedByCommand.set(command, new Set([job]));
    else known.add(job);
  }

  #forget(job: Job): void {
    this.#places.delete(job);
    if (job.name === undefined) this.#unnamedByCommand.get(job.command.trim())?.delete(job);
    else if (this.#byName.get(job.name) === job) this.#byName.delete(job.name);
  }
}

function formatJob({ name, environment, schedule, command }: Job): string[] {
  const named = name === undefined ? [] : [`# Puppet Name: ${name}`];
  return [...named, ...environment, `${formatSchedule(schedule)} ${command}`].map(encodeLine);
}
