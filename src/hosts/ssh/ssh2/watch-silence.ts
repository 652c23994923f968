import type { Duplex } from 'node:stream';

/**
 * Watches whether anything arrives on a connection. ssh2 asks a silent server for a sign of life, but counts questions
 * and not silence: behind a large upload over a slow line, an answer may take longer than all of them.
 * @param seconds The longest silence.
 * @returns the function that ends the watch.
 */
export function watchSilence(stream: Duplex, seconds: number, onSilence: () => void): () => void {
  const timer = setTimeout(onSilence, seconds * 1000);
  const restart = () => {
    timer.refresh();
  };
  stream.on('data', restart);
  return () => {
    clearTimeout(timer);
    stream.off('data', restart);
  };
}
