import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

/** Says a sentence through the page's one `role="status"`. The same sentence twice is said twice. */
export function announce(sentence: string): void {
  said = said === sentence ? `${sentence}\u00a0` : sentence;
  for (const listener of listeners) listener();
}

function follow(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The one status region of the console. The frame has it; rooms call `announce`. */
export function Announcer() {
  const sentence = useSyncExternalStore(follow, () => said);
  return (
    <div role="status" className="unseen">
      {sentence}
    </div>
  );
}
