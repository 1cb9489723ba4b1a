type QuizRulesProps = {
  readonly questionCount: number;
  readonly pointsMax: number;
  readonly minutes: number | null;
  readonly triesMax: number | null;
  readonly counts: 'best' | 'last';
  /** Tries taken; null: by someone who can't take any here. */
  readonly taken: number | null;
};

/** What is to be known before one begins. */
export function QuizRules({
  questionCount,
  pointsMax,
  minutes,
  triesMax,
  counts,
  taken,
}: QuizRulesProps) {
  const rules = [
    `${questionCount} ${questionCount === 1 ? 'question' : 'questions'}, ${pointsMax} ${pointsMax === 1 ? 'point' : 'points'}.`,
    minutes === null
      ? 'Take your time: answers are saved as you go, and you can go on later or on another device.'
      : `You have ${minutes} minutes from the moment you begin; the clock goes on when you leave. Answers are saved as you go, and you can go on after a lost connection or on another device.`,
    triesMax === null
      ? 'Try as often as you like: numbers and programs are new each time.'
      : `${triesMax === 1 ? 'One try' : `${triesMax} tries`}${taken === null ? '' : `, ${leftText(triesMax, taken)}`}.`,
    ...(triesMax === 1
      ? []
      : [counts === 'best' ? 'The best one counts.' : 'The last one counts.']),
  ];
  return (
    <ul className="list-disc space-y-1 pl-5">
      {rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  );
}

function leftText(triesMax: number, taken: number): string {
  if (taken === 0) return 'none taken yet';
  return taken >= triesMax ? 'all taken' : `${triesMax - taken} left`;
}
