/** The three bases of a figure: answers, the sum of their weights, and Kish's effective number: (sum w)^2 / sum w^2. */
export interface Bases {
  answers: number;
  weighted: number;
  effective: number;
}

/** Bases from a count, the sum of weights and the sum of their squares; unweighted all three are the count. */
export const bases = (answers: number, sum = answers, sumOfSquares = answers): Bases => ({
  answers,
  weighted: sum,
  effective: sumOfSquares === 0 ? 0 : (sum * sum) / sumOfSquares,
});
