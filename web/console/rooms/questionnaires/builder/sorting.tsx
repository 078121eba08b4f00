import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { type CSSProperties, type ReactNode, useState } from 'react';

interface SortingProps {
  keys: string[];
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}

/** Lets its rows be dragged, by pointer alone: by keyboard there are buttons, which also say what they did. */
export function Sorting({ keys, onMove, children }: SortingProps) {
  // A click that trembles is no drag.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  // The library speaks through a status region of its own; ours does that, so that its own is kept off the page.
  const [silent] = useState(() => document.createElement('div'));
  const dropped = ({ active, over }: DragEndEvent) => {
    const [from, to] = [keys.indexOf(String(active.id)), over ? keys.indexOf(String(over.id)) : -1];
    if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
  };
  return (
    <DndContext sensors={sensors} onDragEnd={dropped} accessibility={{ container: silent, restoreFocus: false }}>
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

/** For a row: where it is while it is dragged, and the grip to drag it by. */
export function useRow(key: string) {
  const { setNodeRef, listeners, transform } = useSortable({ id: key });
  const style: CSSProperties = transform ? { transform: `translate(0, ${Math.round(transform.y)}px)` } : {};
  return {
    ref: setNodeRef,
    style,
    dragged: transform !== null,
    grip: (
      <span className="builder-grip" aria-hidden="true" {...listeners}>
        ⠿
      </span>
    ),
  };
}
