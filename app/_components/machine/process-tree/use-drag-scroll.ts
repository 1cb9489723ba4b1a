import { type RefObject, useEffect } from 'react';

const DRAG_MIN_PX = 4;

/** A mouse moves what is larger than its box by dragging; fingers scroll it anyway. */
export function useDragScroll(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = element.current;
    if (box === null) return;
    let from: { x: number; y: number; left: number; top: number } | null = null;
    let isDragging = false;

    function onDown(event: PointerEvent) {
      if (box === null || event.pointerType !== 'mouse' || event.button !== 0) return;
      from = { x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop };
      isDragging = false;
    }
    function onMove(event: PointerEvent) {
      if (box === null || from === null) return;
      const dx = event.clientX - from.x;
      const dy = event.clientY - from.y;
      if (!isDragging && Math.hypot(dx, dy) < DRAG_MIN_PX) return;
      isDragging = true;
      box.scrollLeft = from.left - dx;
      box.scrollTop = from.top - dy;
    }
    function onUp() {
      from = null;
    }
    /** The end of a drag is no click. */
    function onClick(event: MouseEvent) {
      if (isDragging) event.stopPropagation();
      isDragging = false;
    }

    box.addEventListener('pointerdown', onDown);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    box.addEventListener('click', onClick, { capture: true });
    return () => {
      box.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      box.removeEventListener('click', onClick, { capture: true });
    };
  }, [element]);
}
