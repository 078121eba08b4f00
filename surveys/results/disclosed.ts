/** What a table of results looks like once disclosure control has been over it. Charts, files and routes take nothing else. */
import type { QuestionKind } from '../questionnaire/types.ts';
import type { CountRule } from './which-count.ts';

/** A share with its 95% interval; an edge when all but a few of a group are of one mind; or nothing. */
export type Figure =
  | { state: 'exact'; share: number; low: number; high: number }
  | { state: 'under' | 'over'; limit: number }
  | { state: 'hidden' };

export type MeanFigure =
  | { state: 'exact'; mean: number; low: number; high: number }
  | { state: 'under' | 'over'; limit: number }
  | { state: 'hidden' };

/** Those who said "don't know", left out of the base; the share is of them and the base together. */
export type LeftOut = { state: 'exact'; count: number; share: number } | { state: 'none' } | { state: 'hidden' };

export interface DisclosedRow {
  id: string;
  label: string;
  /** hidden: too few answers, or needed to protect a group with too few. empty: nobody in it answered. */
  state: 'shown' | 'hidden' | 'empty';
  /** The base: answers on the scale. Null when hidden. */
  answers: number | null;
  /** The effective base; the same as `answers` when unweighted. */
  effective: number | null;
  lowBase: boolean;
  /** Those who gave one of the positive options. Null when the question has none. */
  measure: Figure | null;
  /** For scales and numbers. */
  mean: MeanFigure | null;
  /** In the order of `options`; of a scale for all only. Empty when not told. */
  options: readonly Figure[];
  dontKnow: LeftOut;
}

export interface TableOption {
  id: string;
  label: string;
  positive: boolean;
}

export interface TableQuestion {
  id: string;
  kind: QuestionKind;
  title: string;
  /** The published measure, such as TP01. */
  measure: string | null;
  options: readonly TableOption[];
  min: number | null;
  max: number | null;
}

export interface Method {
  interval: 'wilson' | 'normal';
  level: 0.95;
  weighted: boolean;
  /** Everyone who could have been asked; null: no allowance made for it. */
  population: number | null;
  /** Id of the thresholds, and the two a reader is told. */
  thresholds: string;
  minCell: number;
  minBase: number;
  /** Id of the bands of age, when broken down by age. */
  bands: string | null;
  count: CountRule;
}

export interface TableContent {
  question: TableQuestion;
  by: string;
  /** all_only: this breakdown would give people away. too_few: fewer than `minBase` answered. */
  told: 'whole' | 'all_only' | 'too_few';
  rows: readonly DisclosedRow[];
  all: DisclosedRow;
  method: Method;
}

declare const disclosed: unique symbol;

/** Made by `questionTable` and by nothing else. */
export type DisclosedTable = TableContent & { readonly [disclosed]: true };
