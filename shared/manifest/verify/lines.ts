import { concatBytes } from '../encoding/bytes.ts';

const LINE_END = 0x0a;

/**
 * The lines of a stream of bytes, without their ends. A line longer than `limitBytes` comes as null, and is the last:
 * a stream without line ends must not fill the memory.
 */
export async function* lines(chunks: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<Uint8Array | null> {
  let rest: Uint8Array[] = [];
  let restBytes = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      if (restBytes + end - from > limitBytes) {
        yield null;
        return;
      }
      yield concatBytes(...rest, chunk.subarray(from, end));
      rest = [];
      restBytes = 0;
      from = end + 1;
    }
    if (from < chunk.length) {
      rest.push(chunk.slice(from));
      restBytes += chunk.length - from;
    }
    if (restBytes > limitBytes) {
      yield null;
      return;
    }
  }
  if (restBytes > 0) yield concatBytes(...rest);
}
