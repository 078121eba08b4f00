import type { ReactNode } from 'react';

/** An empty place: a sentence that teaches, and the next step. */
export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {act ? <p>{act}</p> : null}
    </div>
  );
}
