/**
 * Plays an interview from a script and writes down all that happens, one line each:
 *
 *   < what we say        > what the resident texts, keys or posts
 *   ! an input as JSON   * an event
 *   @ the way it goes on in, when that is not the way of the case
 *
 * A case file holds the questionnaire and the transcript. Only the `>`, `!` and `@` lines are read; the rest is checked.
 */

import { instrumentById } from '../../surveys/instruments/instruments.ts';
import { readKeyed } from '../../surveys/interview/answer/keyed.ts';
import { readText } from '../../surveys/interview/answer/text.ts';
import { readForm } from '../../surveys/interview/answer/web.ts';
import { askedNow, type Wording } from '../../surveys/interview/ask/asked.ts';
import { askBySpeech, type Script } from '../../surveys/interview/ask/speech.ts';
import { askAgainByText, askByText, listLanguages } from '../../surveys/interview/ask/text.ts';
import { askByWeb } from '../../surveys/interview/ask/web.ts';
import { questionById } from '../../surveys/interview/route.ts';
import { newState } from '../../surveys/interview/state.ts';
import { step } from '../../surveys/interview/step.ts';
import type { Context, Input, InterviewEvent, State } from '../../surveys/interview/types.ts';
import type { Language } from '../../surveys/language.ts';
import { phrase } from '../../surveys/locales/phrases.ts';
import type { Mode } from '../../surveys/mode.ts';
import { type Compilation, compile } from '../../surveys/questionnaire/compile.ts';

/** Languages the landlord of the scenarios offers. */
const offered = ['en', 'cy', 'pl', 'ur'] as const;

export interface Case {
  about: string;
  /** An instrument's id, or SurveyJS JSON. */
  questionnaire: string | object;
  mode: Mode;
  language: Language;
  transcript: string[];
}

export interface Played {
  transcript: string[];
  state: State;
  inputs: Input[];
  events: InterviewEvent[];
}

const values = { phone: '01632 960123', link: 'https://ask.millbrook.uk/s/482109375526' };

export function compileCase(questionnaire: string | object): Compilation {
  const survey = typeof questionnaire === 'string' ? instrumentById(questionnaire)?.survey : questionnaire;
  return compile(survey);
}

/** One interview being played; every minute one input. */
export class Scenario {
  readonly played: Played;
  readonly #compilation: Compilation;
  #mode: Mode;

  constructor(from: Omit<Case, 'about' | 'transcript'>) {
    this.#mode = from.mode;
    this.#compilation = compileCase(from.questionnaire);
    this.played = { transcript: [], state: newState(from.language), inputs: [], events: [] };
  }

  /** Gives a line of a script: what the resident does, in the way of the mode. */
  line(line: string): void {
    this.played.transcript.push(line);
    if (line.startsWith('@')) {
      this.#mode = line.slice(1).trim() as Mode;
      return;
    }
    const input = line.startsWith('!') ? (JSON.parse(line.slice(1)) as Input) : this.#read(line.slice(1).trim());
    if (input) this.give(input);
  }

  /** Gives an input and writes down what came of it. */
  give(input: Input): void {
    const minute = String(this.played.inputs.length).padStart(2, '0');
    const context: Context = { mode: this.#mode, at: `2026-04-01T10:${minute}:00.000Z`, by: null };
    const { state, events } = step(this.#compilation.compiled, this.played.state, input, context);
    this.played.state = state;
    this.played.inputs.push(input);
    this.played.events.push(...events);
    for (const event of events) this.#note(event);
  }

  #read(text: string): Input | null {
    const { compiled, texts } = this.#compilation;
    const { state } = this.played;
    const question = state.cursor === null ? undefined : questionById(compiled, state.cursor);
    if (this.#mode === 'text') return this.#readText(text, texts);
    if (!question) throw new Error(`nobody asked, and yet: ${text}`);
    if (this.#mode === 'web') {
      return readForm(question, JSON.parse(text) as Record<string, unknown>, question.id in state.answers);
    }
    return readKeyed(question, text);
  }

  #readText(text: string, texts: Compilation['texts']): Input | null {
    const { state } = this.played;
    const words = this.#compilation.editions[state.language] ?? texts;
    const reading = readText(text, { compiled: this.#compilation.compiled, state, texts: words, offered });
    const said = [reading.keyword, reading.soundsLikeStop && 'sounds like stop', reading.urgent && 'urgent'];
    const noted = said.filter((one) => one);
    if (noted.length > 0) this.played.transcript.push(`* read as: ${noted.join(', ')}`);
    if (!reading.input && noted.length === 0) this.played.transcript.push('* read as: not an answer');
    return reading.input;
  }

  #note(event: InterviewEvent): void {
    const { type, ...about } = event;
    const details = Object.entries(about).map(([name, value]) => `${name} ${brief(value)}`);
    this.played.transcript.push(`* ${[type, ...details].join(', ')}`);
    const words = this.#say(event);
    if (words) this.played.transcript.push(`< ${words}`);
  }

  #say(event: InterviewEvent): string | null {
    const { state } = this.played;
    const { compiled, editions, texts } = this.#compilation;
    const wording: Wording = {
      texts: editions[state.language] ?? texts,
      language: state.language,
      landlord: 'Millbrook Homes',
    };
    if (event.type === 'languages_listed') return listLanguages(state.language, offered);
    const asked = askedNow(compiled, state, wording, this.#mode);
    if (event.type === 'photo_left' && this.#mode === 'text') return phrase(state.language, 'sms.photo', values);
    if (!asked) return null;
    if (event.type === 're_asked') return askAgainByText(asked, event.attempt, state.language, values);
    if (event.type !== 'question_asked') return null;
    switch (this.#mode) {
      case 'text':
        return askByText(asked, state.language, values);
      case 'web': {
        const page = askByWeb(compiled, state, wording, true);
        const before = page?.pageText ? `(${page.pageText}) ` : '';
        return page ? `${before}${page.progress}: ${page.title}${page.last ? ' [Finish]' : ''}` : null;
      }
      case 'telephone':
        return spoken(askBySpeech(asked, state.language));
      default:
        return `${asked.pageText ? `(${asked.pageText}) ` : ''}${asked.number}. ${asked.title}`;
    }
  }
}

/** What is read out, and in brackets what is only keyed. */
const spoken = ({ lines, unread }: Script): string =>
  [lines.join(' | '), ...unread.map(({ number, label }) => `[not read out: ${number} ${label}]`)].join(' ');

function brief(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(brief).join(' ')}]`;
  return 'value' in value ? brief(value.value) : JSON.stringify(value);
}

/** Plays the `>`, `!` and `@` lines of a case; gives the whole transcript. */
export function play(from: Case): Played {
  const scenario = new Scenario(from);
  for (const line of from.transcript) if (/^[>!@]/.test(line)) scenario.line(line);
  return scenario.played;
}
