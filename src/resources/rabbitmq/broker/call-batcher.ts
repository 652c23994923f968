import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds in which all who ask at about the same time have asked. */
const BATCH_WINDOW = 5;

/** Gathers questions that come at about the same time into one, and hands each its own answers. */
export class CallBatcher<Question, Answer> {
  #questions: Question[] = [];
  #answers: Promise<readonly Answer[]> | undefined;

  /** Adds questions to those of this moment; `ask` is called once for all of them, and answers in their order. */
  async add(
    questions: readonly Question[],
    ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]> {
    const start = this.#questions.length;
    this.#questions.push(...questions);
    this.#answers ??= sleep(BATCH_WINDOW).then(() => {
      const all = this.#questions;
      this.#questions = [];
      this.#answers = undefined;
      return ask(all);
    });
    return (await this.#answers).slice(start, start + questions.length);
  }
}
