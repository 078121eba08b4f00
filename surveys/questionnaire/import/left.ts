/** What an import says of what it could not take as it was. */
export interface Left {
  /** left_out: it is not there any more. changed: it is there in another form. */
  what: 'left_out' | 'changed';
  /** Name of the question it was about, as the file has it; empty for the whole. */
  where: string;
  sentence: string;
}

export type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A list of what is said, that never says the same twice. */
export class Told {
  readonly all: Left[] = [];

  say(what: Left['what'], where: string, sentence: string): void {
    if (!this.all.some((one) => one.sentence === sentence)) this.all.push({ what, where, sentence });
  }
}

/** "Question "lift"", as sentences begin. */
export const called = (name: string): string => `Question "${name}"`;
