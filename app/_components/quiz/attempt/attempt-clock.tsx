'use client';

import { Clock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

type AttemptClockProps = {
  /** By the server's clock, in milliseconds. */
  readonly deadlineMs: number;
  readonly serverNowMs: number;
  readonly onOver: () => void;
};

const ANNOUNCED_MINUTES = [30, 10, 5, 1];

/** The time that is left: seen always, said only now and then. */
export function AttemptClock({ deadlineMs, serverNowMs, onOver }: AttemptClockProps) {
  const [leftMs, setLeftMs] = useState(deadlineMs - serverNowMs);
  const [said, setSaid] = useState('');
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });

  useEffect(() => {
    // The browser's clock may be wrong; how fast it goes is not.
    const openedAt = performance.now();
    const atFirst = deadlineMs - serverNowMs;
    let before = atFirst;
    const timer = setInterval(() => {
      const left = atFirst - (performance.now() - openedAt);
      setLeftMs(left);
      const passed = ANNOUNCED_MINUTES.find(
        (minutes) => left <= minutes * 60_000 && before > minutes * 60_000,
      );
      if (passed !== undefined)
        setSaid(passed === 1 ? 'One minute left.' : `${passed} minutes left.`);
      before = left;
      if (left > 0) return;
      clearInterval(timer);
      setSaid('Time is over. Your answers are being submitted.');
      over.current();
    }, 1000);
    return () => clearInterval(timer);
  }, [deadlineMs, serverNowMs]);

  return (
    <>
      <span
        role="timer"
        aria-label="Time left"
        className="inline-flex items-center gap-1.5 tabular-nums"
      >
        <Clock aria-hidden className="size-4 text-muted" />
        {clockText(leftMs)}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

function clockText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
