/**
 * A published table as a flow: every number is an arc, every total a node where what comes in goes out.
 * A hidden number can be worked out exactly when no walk round the table through other hidden numbers could change it
 * (Cox 1980; Fischetti and Salazar 2001 call it the network case). Hiding the cheapest such walk protects it.
 */
export interface Arc {
  from: number;
  to: number;
  value: number;
  /** hidden: not shown, known only to lie from `low` to `high`. known: shown, may be hidden. pinned: shown, and stays so. */
  state: 'hidden' | 'known' | 'pinned';
  low: number;
  high: number;
}

/** A shown number as an arc; `pinned` ones are never hidden to protect another. */
export const shown = (from: number, to: number, value: number, state: 'known' | 'pinned'): Arc => ({
  from,
  to,
  value,
  state,
  low: value,
  high: value,
});

/** A hidden number: a count from `low` to `high`, by default anything from 0. */
export const hidden = (from: number, to: number, value: number, low = 0, high = Number.POSITIVE_INFINITY): Arc => ({
  from,
  to,
  value,
  state: 'hidden',
  low,
  high,
});

/** Hides an arc for good. */
export function hide(arc: Arc): void {
  arc.state = 'hidden';
  arc.low = 0;
  arc.high = Number.POSITIVE_INFINITY;
}

interface Move {
  arc: Arc;
  to: number;
  cost: number;
}

/** A zero is the last thing to hide: knowing that hidden numbers are rarely zero would give the others away. */
const costOfZero = 1e6;

/** What one more (`step` 1) or one fewer (-1) in an arc costs to leave possible: 0 when it is already, null when it cannot be. */
function moveCost(arc: Arc, step: 1 | -1): number | null {
  if (arc.state === 'pinned') return null;
  if (arc.state === 'hidden') return (step === 1 ? arc.value < arc.high : arc.value > arc.low) ? 0 : null;
  if (step === -1 && arc.value === 0) return null;
  return arc.value === 0 ? costOfZero : arc.value + 1;
}

function movesOf(arcs: readonly Arc[]): Map<number, Move[]> {
  const moves = new Map<number, Move[]>();
  const add = (at: number, arc: Arc, to: number, step: 1 | -1) => {
    const cost = moveCost(arc, step);
    if (cost === null) return;
    const list = moves.get(at);
    if (list) list.push({ arc, to, cost });
    else moves.set(at, [{ arc, to, cost }]);
  };
  for (const arc of arcs) {
    add(arc.from, arc, arc.to, 1);
    add(arc.to, arc, arc.from, -1);
  }
  return moves;
}

/** The cheapest walk between two nodes that leaves `except` alone; null when there is none dearer than `limit` or at all. */
function cheapestWalk(
  moves: Map<number, Move[]>,
  from: number,
  to: number,
  except: Arc,
  limit: number,
): { cost: number; arcs: readonly Arc[] } | null {
  const cost = new Map([[from, 0]]);
  const came = new Map<number, { at: number; arc: Arc }>();
  const open = new Set([from]);
  while (open.size > 0) {
    const at = nearest(open, cost);
    if (at === to) return { cost: cost.get(to) ?? 0, arcs: walkBack(came, from, to) };
    open.delete(at);
    for (const move of moves.get(at) ?? []) {
      const total = (cost.get(at) ?? 0) + move.cost;
      if (move.arc === except || total > limit || total >= (cost.get(move.to) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(move.to, total);
      came.set(move.to, { at, arc: move.arc });
      open.add(move.to);
    }
  }
  return null;
}

function nearest(open: Set<number>, cost: Map<number, number>): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const node of open) {
    const here = cost.get(node) ?? Number.POSITIVE_INFINITY;
    if (here < least) [best, least] = [node, here];
  }
  return best;
}

function walkBack(came: Map<number, { at: number; arc: Arc }>, from: number, to: number): readonly Arc[] {
  const arcs: Arc[] = [];
  for (let at = to; at !== from; ) {
    const step = came.get(at);
    if (!step) break;
    arcs.push(step.arc);
    at = step.at;
  }
  return arcs;
}

/** Both ways a hidden number could differ from the truth: one more, one fewer. */
function waysOut(arc: Arc): readonly { from: number; to: number }[] {
  const more = arc.value < arc.high ? [{ from: arc.to, to: arc.from }] : [];
  const fewer = arc.value > arc.low ? [{ from: arc.from, to: arc.to }] : [];
  return [...more, ...fewer];
}

/** Whether what is hidden leaves this number open, with nothing more hidden. */
export function isOpen(arcs: readonly Arc[], arc: Arc, moves = movesOf(arcs)): boolean {
  return waysOut(arc).some(({ from, to }) => cheapestWalk(moves, from, to, arc, 0) !== null);
}

/**
 * Hides what must be hidden besides, until no hidden number can be worked out. Changes `arcs`.
 * False when some number cannot be protected because everything round it is pinned.
 */
export function protect(arcs: readonly Arc[]): boolean {
  let moves = movesOf(arcs);
  for (const arc of arcs) {
    if (arc.state !== 'hidden' || isOpen(arcs, arc, moves)) continue;
    const walks = waysOut(arc).map(({ from, to }) => cheapestWalk(moves, from, to, arc, Number.POSITIVE_INFINITY));
    const best = walks.filter((walk) => walk !== null).sort((a, b) => a.cost - b.cost)[0];
    if (!best) return false;
    for (const each of best.arcs) if (each.state === 'known') hide(each);
    moves = movesOf(arcs);
  }
  return arcs.every((arc) => arc.state !== 'hidden' || isOpen(arcs, arc, moves));
}
